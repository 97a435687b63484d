using System.Globalization;
using System.Text;

namespace ReportBot.Bot.Channels.Website;

/// <summary>The fields of the form a message is posted with. Unknown fields are passed over, broken ones count as absent.</summary>
public sealed class MessageForm : IFormFields
{
    /// <summary>The longest message taken, in Unicode characters. It is kept whole.</summary>
    public const int LongestText = 20_000;

    private const int MostChoices = 40;
    private const int LongestMark = 64;

    private readonly List<string> _choices = [];

    /// <summary>The message's own id, used once; null when the form carried none that could be one.</summary>
    public string? Turn { get; private set; }

    /// <summary>The last turn the page shows, 0 or more.</summary>
    public int After { get; private set; }

    /// <summary>The question the form stood under; null when none.</summary>
    public string? Question { get; private set; }

    /// <summary>The seed of a new conversation; null when the form carried none.</summary>
    public string? Seed { get; private set; }

    /// <summary>What the page was opened with; null for nothing special.</summary>
    public string? Topic { get; private set; }

    /// <summary>True when the page shows what was said before the conversation was opened again.</summary>
    public bool ShowsEarlier { get; private set; }

    /// <summary>What was typed, line breaks as \n, without other control characters but tabs.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was pressed or ticked.</summary>
    public IReadOnlyList<string> Choices => _choices;

    /// <summary>True when the text is longer than is taken.</summary>
    public bool IsTooLong => Text.Length > LongestText && Characters(Text) > LongestText;

    /// <summary>True when nothing was typed, pressed or ticked.</summary>
    public bool IsEmpty => _choices.Count == 0 && string.IsNullOrWhiteSpace(Text);

    /// <inheritdoc />
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        switch (name)
        {
            case "turn":
                Turn = MarkOf(value);
                break;
            case "after":
                After = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
                break;
            case "question":
                Question = MarkOf(value) is { } question && !question.StartsWith('-') && !question.EndsWith('-') && !question.Contains("--", StringComparison.Ordinal) ? question : null;
                break;
            case "seed":
                Seed = value;
                break;
            case "topic":
                Topic = value;
                break;
            case "earlier":
                ShowsEarlier = true;
                break;
            case "text":
                Text = Clean(value);
                break;
            case "choice" when _choices.Count < MostChoices && value.Length is > 0 and <= LongestMark:
                _choices.Add(value);
                break;
        }
    }

    private static string? MarkOf(string value)
    {
        if (value.Length is 0 or > LongestMark)
            return null;
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return null;
        return value;
    }

    // Browsers send line breaks as \r\n. Other control characters only break screens and files; no one types them.
    private static string Clean(string text)
    {
        var isClean = true;
        foreach (var c in text)
            isClean &= !char.IsControl(c) || c is '\n' or '\t';
        if (isClean)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
            if (text[index] == '\r')
                clean.Append(index + 1 < text.Length && text[index + 1] == '\n' ? "" : "\n");
            else if (!char.IsControl(text[index]) || text[index] is '\n' or '\t')
                clean.Append(text[index]);
        return clean.ToString();
    }

    private static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
