namespace Microsoft.Bot.Schema;

/// <summary>Someone joined or left the conversation, or it changed its name.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <summary>Who joined.</summary>
    IList<ChannelAccount> MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    IList<ChannelAccount> MembersRemoved { get; set; }

    /// <summary>The new name of the conversation.</summary>
    string TopicName { get; set; }

    /// <summary>True when newcomers see what was said before.</summary>
    bool? HistoryDisclosed { get; set; }
}
