namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for in someone's words.</summary>
public sealed class FindChoicesOptions : FindValuesOptions
{
    /// <summary>True to leave out the values and look for synonyms and titles only.</summary>
    public bool NoValue { get; set; }

    /// <summary>True to leave out the titles of the buttons.</summary>
    public bool NoAction { get; set; }

    /// <summary>True, the default, to understand "2" and "option two".</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>True, the default, to understand "the second" and "the last one".</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
