namespace Microsoft.Bot.Schema;

/// <summary>What was said in a conversation, in order.</summary>
public sealed class Transcript
{
    /// <summary>An empty transcript.</summary>
    public Transcript()
    {
    }

    /// <summary>A transcript of these activities.</summary>
    public Transcript(IList<Activity> activities = null) => Activities = activities;

    /// <summary>The activities.</summary>
    public IList<Activity> Activities { get; set; }
}
