using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Finds choices named by their place: "2", "option two", "the second", "the last one", "1 and 3". Only when nothing else is said:
/// "I saw 2 men", "1-3" and "2.5" choose nothing.
/// </summary>
internal sealed class PositionFinder(string text, List<Word> utterance, int count)
{
    private static readonly string[] Cardinals =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    // Words that may go with a number without saying anything else.
    private static readonly FrozenSet<string> Around = new[]
    {
        "a", "an", "and", "answer", "both", "choice", "choose", "go", "i", "id", "ill", "is", "it", "its", "like", "number", "option",
        "pick", "please", "select", "take", "thanks", "the", "want", "with", "would",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Between two numbers, these make one thing of them.
    private static readonly SearchValues<char> Joining = SearchValues.Create("-–—/\\:");

    private readonly List<(int Position, int First, int Last)> _found = [];

    /// <summary>The places named, from 0, each with the words that name it; none when anything else is said or a place is not in the list.</summary>
    public IReadOnlyList<(int Position, int First, int Last)> Find(bool numbers, bool ordinals)
    {
        for (var word = 0; word < utterance.Count;)
        {
            var read = Read(word, numbers, ordinals);
            if (read == 0)
                return [];
            word += read;
        }

        return _found.TrueForAll(found => found.Position >= 0 && found.Position < count) ? _found : [];
    }

    private int Read(int word, bool numbers, bool ordinals)
    {
        if (ordinals && OrdinalAt(word) is { } ordinal)
            return Add(ordinal.Position, word, ordinal.Words);
        if (utterance[word].Text == "no" && NumberAt(word + 1) is not null)
            return 1;
        if (numbers && NumberAt(word) is { } number)
            return StandsApart(word) ? Add(number - 1, word, 1) : 0;
        return Around.Contains(utterance[word].Text) ? 1 : 0;
    }

    private int Add(int position, int word, int words)
    {
        if (!_found.Exists(found => found.Position == position))
            _found.Add((position, word, word + words - 1));
        return words;
    }

    private int? NumberAt(int word)
    {
        if (word >= utterance.Count)
            return null;
        if (int.TryParse(utterance[word].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var place = Array.IndexOf(Cardinals, utterance[word].Text);
        return place < 0 ? null : place;
    }

    private (int Position, int Words)? OrdinalAt(int word)
    {
        var (position, words) = utterance[word].Text switch
        {
            "last" or "final" => (count - 1, 1),
            "penultimate" => (count - 2, 1),
            "second" or "next" when TextAt(word + 1) == "last" => (count - 2, 2),
            "second" or "next" when TextAt(word + 1) == "to" && TextAt(word + 2) == "last" => (count - 2, 3),
            var text => (OrdinalOf(text) - 1, 1),
        };
        if (position == -2)
            return null;
        // In "the second one" the last word is not a number of its own; "the first two" is not understood.
        return TextAt(word + words) == "one" ? (position, words + 1) : NumberAt(word + words) is null ? (position, words) : null;
    }

    private static int OrdinalOf(string text)
    {
        var place = Array.IndexOf(Ordinals, text);
        if (place > 0)
            return place;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && text.AsSpan(digits) is "st" or "nd" or "rd" or "th"
            && int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private string TextAt(int word) => word < utterance.Count ? utterance[word].Text : null;

    // "1-3", "12/10", "10:30", "2.5", "-2", "£5" and "50%" are something else than the number of a choice.
    private bool StandsApart(int word)
    {
        var (start, end) = (utterance[word].Start, utterance[word].End);
        if (!char.IsDigit(text[start]))
            return true;
        var before = text.AsSpan(0, start);
        var negative = before is [.., '-' or '\u2212'] && (before.Length == 1 || char.IsWhiteSpace(before[^2]));
        if (negative || before is [.., '£' or '$' or '€'] || text.AsSpan(end + 1) is ['%', ..])
            return false;
        if (word == 0 || NumberAt(word - 1) is null)
            return true;
        var between = text.AsSpan(utterance[word - 1].End + 1, start - utterance[word - 1].End - 1);
        return between is not "." && !between.ContainsAny(Joining);
    }
}
