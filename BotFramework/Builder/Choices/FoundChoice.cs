namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>An answer found in someone's words.</summary>
public sealed class FoundChoice
{
    /// <summary>The value of the choice.</summary>
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well the words fit, above 0 to 1.</summary>
    public float Score { get; set; }

    /// <summary>The words of the choice that were found, where they are not its value; null when it was chosen by its number.</summary>
    public string Synonym { get; set; }
}
