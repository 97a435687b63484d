namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for in someone's words.</summary>
public class FindValuesOptions
{
    /// <summary>True when some words of a value are enough; false, the default, when all of them are needed.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>How many other words may stand between two words of a value; null for 2.</summary>
    public int? MaxTokenDistance { get; set; }
}
