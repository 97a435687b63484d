namespace Microsoft.Bot.Schema;

/// <summary>Someone is mentioned in the text.</summary>
public sealed class Mention : Entity
{
    /// <summary>A mention of nobody yet.</summary>
    public Mention()
        : base("mention")
    {
    }

    /// <summary>A mention of this account by these words.</summary>
    public Mention(ChannelAccount mentioned = null, string text = null, string type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount Mentioned { get; set; }

    /// <summary>The words that mention them.</summary>
    public string Text { get; set; }
}
