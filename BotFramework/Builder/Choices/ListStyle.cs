namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How answers are offered.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As the channel does it best.</summary>
    Auto,

    /// <summary>Within the sentence.</summary>
    Inline,

    /// <summary>As a list under it.</summary>
    List,

    /// <summary>As buttons that go once one is pressed.</summary>
    SuggestedAction,

    /// <summary>As a card with buttons that stay.</summary>
    HeroCard,
}
