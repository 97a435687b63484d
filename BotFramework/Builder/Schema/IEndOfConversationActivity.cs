namespace Microsoft.Bot.Schema;

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    /// <summary>How it ended, from <see cref="EndOfConversationCodes"/>.</summary>
    string Code { get; set; }

    /// <summary>The last words.</summary>
    string Text { get; set; }
}
