namespace Microsoft.Bot.Schema;

/// <summary>Answers offered as buttons, gone once one is given.</summary>
public sealed class SuggestedActions
{
    /// <summary>Nothing offered.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>These buttons, for these people.</summary>
    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Ids of the people who see them; null for everyone.</summary>
    public IList<string> To { get; set; }

    /// <summary>The buttons, in order.</summary>
    public IList<CardAction> Actions { get; set; }
}
