using System.Globalization;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>The words of a text as the readers of dates and times look at them.</summary>
/// <param name="text">The text.</param>
/// <param name="read">Its words.</param>
internal readonly struct TimeWords(string text, ReadText read)
{
    /// <summary>How many words there are.</summary>
    public int Count => read.Count;

    /// <summary>The plain letters of a word; empty beyond the ends.</summary>
    public ReadOnlySpan<char> this[int i] => i >= 0 && i < read.Count ? read.Letters(i) : default;

    /// <summary>True when the word is this one.</summary>
    public bool Is(int i, string word) => this[i].SequenceEqual(word);

    /// <summary>True when the word is one of these. A few words written out are better asked for with "is": no list is made then.</summary>
    public bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        var letters = this[i];
        foreach (var word in words)
            if (letters.SequenceEqual(word))
                return true;
        return false;
    }

    /// <summary>True when these words stand here, one after the other.</summary>
    public bool Are(int i, params ReadOnlySpan<string> words)
    {
        for (var k = 0; k < words.Length; k++)
            if (!Is(i + k, words[k]))
                return false;
        return true;
    }

    /// <summary>The one character between this word and the next; NUL when there are more, or none.</summary>
    public char Joint(int i) =>
        i >= 0 && i + 1 < read.Count && read.Words[i + 1].Start == read.Words[i].End + 1 ? text[read.Words[i].End] : '\0';

    /// <summary>True when the word ends its sentence, or a pause follows it.</summary>
    public bool EndsPhrase(int i) => i + 1 >= read.Count || read.Words[i + 1].Sentence != read.Words[i].Sentence || read.Words[i + 1].Is(WordMarks.AfterPause);

    /// <summary>True when the word begins its sentence.</summary>
    public bool BeginsSentence(int i) => i <= 0 || read.Words[i - 1].Sentence != read.Words[i].Sentence;

    /// <summary>The sentence of a word.</summary>
    public int Sentence(int i) => read.Words[i].Sentence;

    /// <summary>True when the word begins with a capital.</summary>
    public bool IsCapital(int i) => i >= 0 && i < read.Count && read.Words[i].Is(WordMarks.Capital);

    /// <summary>Where the words stand in the text.</summary>
    public Span Where(int first, int end) => read.Where(first, end);

    /// <summary>The whole number written in digits only; -1 when it is none.</summary>
    public int Digits(int i) =>
        this[i] is { Length: > 0 and < 6 } letters && char.IsAsciiDigit(letters[0]) && int.TryParse(letters, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>A number as digits or, up to twenty, as a word; -1 when it is none.</summary>
    public int Number(int i)
    {
        if (Digits(i) is var digits && digits >= 0)
            return digits;
        return this[i] switch
        {
            "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10,
            "eleven" => 11, "twelve" => 12, "thirteen" => 13, "fourteen" => 14, "fifteen" => 15, "sixteen" => 16, "seventeen" => 17,
            "eighteen" => 18, "nineteen" => 19, "twenty" => 20, "thirty" => 30, "forty" => 40, "fifty" => 50,
            _ => -1,
        };
    }

    /// <summary>The day of the month in "3rd", "3" or "third"; -1 when it is none.</summary>
    public int DayOfMonth(int i)
    {
        var letters = this[i];
        if (letters.Length is 3 or 4 && letters[^2..] is "st" or "nd" or "rd" or "th")
            return int.TryParse(letters[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31 ? number : -1;
        var spelt = letters switch
        {
            "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7, "eighth" => 8, "ninth" => 9,
            "tenth" => 10, "eleventh" => 11, "twelfth" => 12, "thirteenth" => 13, "fourteenth" => 14, "fifteenth" => 15, "sixteenth" => 16,
            "seventeenth" => 17, "eighteenth" => 18, "nineteenth" => 19, "twentieth" => 20,
            _ => 0,
        };
        if (spelt > 0)
            return spelt;
        return Digits(i) is >= 1 and <= 31 and var day && letters.Length <= 2 ? day : -1;
    }

    /// <summary>True when the day of the month is written as an ordinal in digits, "3rd".</summary>
    public bool IsOrdinal(int i) => this[i] is { Length: 3 or 4 } letters && char.IsDigit(letters[0]) && DayOfMonth(i) > 0;
}
