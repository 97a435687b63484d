namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are put into words. What is null is as in "(1) red, (2) green, or (3) blue".</summary>
public sealed class ChoiceFactoryOptions
{
    /// <summary>As in "(1) red, (2) green, or (3) blue".</summary>
    public ChoiceFactoryOptions()
    {
    }

    /// <summary>With these words between them.</summary>
    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between any two but the last.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two when there are only two.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last when there are more.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>False to leave the numbers out.</summary>
    public bool? IncludeNumbers { get; set; }
}
