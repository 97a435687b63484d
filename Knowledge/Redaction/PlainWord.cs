using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Redaction;

/// <summary>A word, or a number, of a text that is being masked.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, without a possessive 's.</param>
/// <param name="Folded">Lower case, without accents and apostrophes.</param>
/// <param name="Begins">True when it begins a sentence or a line.</param>
/// <param name="AfterPause">True when a sign other than a hyphen or a full stop of an initial stands before it.</param>
internal readonly record struct PlainWord(int Start, int End, string Folded, bool Begins, bool AfterPause)
{
    /// <summary>True when its first letter is a capital and it is not written in capitals like everything around it.</summary>
    public bool IsCapital { get; init; }

    /// <summary>True when it is two capitals or more.</summary>
    public bool IsAllCapitals { get; init; }

    /// <summary>True when it begins with a digit.</summary>
    public bool IsNumber => char.IsAsciiDigit(Folded[0]);

    /// <summary>True when a digit is in it.</summary>
    public bool HasDigit => Folded.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>True for a single letter.</summary>
    public bool IsInitial => Folded.Length == 1 && !IsNumber;
}

/// <summary>Takes a text apart for masking, in one pass.</summary>
internal static class PlainWordReader
{
    private const int LongestWord = 60;

    private static readonly string[] Known = [.. Enum.GetValues<MaskedKind>().Select(kind => kind.Mask())];

    /// <summary>The words in order.</summary>
    public static List<PlainWord> In(string text)
    {
        var words = new List<PlainWord>(text.Length / 5);
        var shouts = Shouts(text);
        var (begins, pause) = (true, true);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                begins |= EndsSentence(text, at, words);
                pause |= IsPause(text, at, words);
                at += text[at] == '[' ? MaskAt(text, at) : 1;
                continue;
            }

            var end = EndOf(text, at);
            var length = WithoutPossessive(text, at, end) - at;
            words.Add(new PlainWord(at, at + length, Fold(text, at, length), begins, pause)
            {
                IsCapital = !shouts && char.IsUpper(text[at]),
                IsAllCapitals = length > 1 && AllCapitals(text.AsSpan(at, length)),
            });
            (begins, pause) = (false, false);
            at = end;
        }

        return words;
    }

    // A mask that stands in the text already is no words.
    private static int MaskAt(string text, int at)
    {
        foreach (var mask in Known)
            if (text.AsSpan(at).StartsWith(mask, StringComparison.Ordinal))
                return mask.Length;
        return 1;
    }

    // Where nearly all is in capitals, a capital says nothing.
    private static bool Shouts(string text)
    {
        var (capitals, letters) = (0, 0);
        foreach (var c in text)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            letters += char.IsLower(c) ? 1 : 0;
        }

        return capitals > 12 && capitals > 4 * letters;
    }

    private static int EndOf(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || Folding.IsInvisible(text[at])
            || (Folding.IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]))))
            at++;
        return at;
    }

    private static int WithoutPossessive(string text, int start, int end) =>
        end - start > 3 && text[end - 1] is 's' or 'S' && Folding.IsApostrophe(text[end - 2]) ? end - 2 : end;

    private static string Fold(string text, int start, int length)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var count = 0;
        for (var i = start; i < start + length && count < LongestWord; i++)
            if (!Folding.IsInvisible(text[i]) && !Folding.IsApostrophe(text[i]))
                folded[count++] = Folding.Fold(text[i]);
        return count == 0 ? "?" : folded[..count].ToString();
    }

    private static bool AllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c))
                return false;
        return true;
    }

    private static bool EndsSentence(string text, int at, List<PlainWord> words) => text[at] switch
    {
        '!' or '?' or '\n' or '\r' or ':' or '"' or '“' or '…' or '•' => true,
        '.' => !IsAfterInitial(words, at) && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1])),
        _ => false,
    };

    private static bool IsPause(string text, int at, List<PlainWord> words) =>
        !char.IsWhiteSpace(text[at]) && text[at] is not ('-' or '‐' or '‑') && !(text[at] == '.' && IsAfterInitial(words, at)) || text[at] is '\n' or '\r';

    // "J. Smith", "Mr. Smith", "St. John": the stop belongs to the word.
    private static bool IsAfterInitial(List<PlainWord> words, int at) =>
        words.Count > 0 && words[^1].End == at && (words[^1].IsInitial || words[^1].Folded is "mr" or "mrs" or "ms" or "dr" or "st" or "rev" or "prof" or "cllr" or "sgt" or "no");
}
