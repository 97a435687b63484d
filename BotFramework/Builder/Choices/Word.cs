using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text as it is compared: small letters, no accents, ASCII digits.</summary>
/// <param name="Text">The word as it is compared.</param>
/// <param name="Start">The place of its first character in the text.</param>
/// <param name="End">The place of its last character in the text.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    /// <summary>The words of a text, in order. Anything that is neither letter nor digit parts them, but for an apostrophe between letters.</summary>
    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var place = 0;
        while (place < text.Length)
        {
            var length = LengthAt(text, place);
            if (length > 0)
                words.Add(new Word(Comparable(text.AsSpan(place, length)), place, place + length - 1));
            place += Math.Max(length, 1);
        }

        return words;
    }

    /// <summary>Whether both are the same words in the same order.</summary>
    public static bool Same(List<Word> one, List<Word> other)
    {
        if (one.Count != other.Count)
            return false;
        for (var index = 0; index < one.Count; index++)
            if (one[index].Text != other[index].Text)
                return false;
        return true;
    }

    private static int LengthAt(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            // Half a surrogate pair is not a character: it parts words like a space does.
            if (Rune.TryGetRuneAt(text, end, out var rune) && (Rune.IsLetterOrDigit(rune) || (end > start && IsMark(rune))))
                end += rune.Utf16SequenceLength;
            else if (end > start && text[end] is '\'' or '\u2019' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
                end++;
            else
                break;
        }

        return end - start;
    }

    private static string Comparable(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[word.Length <= 64 ? word.Length : 0];
        if (small.Length == word.Length && Ascii.IsValid(word) && !word.Contains('\''))
        {
            word.ToLowerInvariant(small);
            return new string(small);
        }

        var letters = new StringBuilder(word.Length);
        foreach (var rune in word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                letters.Append(CultureInfo.InvariantCulture, $"{(int)Rune.GetNumericValue(rune)}");
            else if (Rune.IsLetterOrDigit(rune))
                letters.Append(rune.ToString());
        return letters.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
