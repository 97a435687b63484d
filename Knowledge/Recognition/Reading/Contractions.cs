namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>Short forms that another word would swallow once the apostrophe is gone.</summary>
internal static class Contractions
{
    private static readonly string[] DroppedFirstLetter = ["cos", "cause", "coz", "em", "im", "er", "til", "till", "n", "tis", "twas", "bout", "nuff", "ere", "ello", "ave", "ad", "is", "ome", "ouse", "round", "specially"];

    /// <summary>Writes "we're" as <c>weare</c>, "I'll" as <c>iwill</c> and so on, since "were" and "ill" are words of their own.</summary>
    public static void Settle(ReadOnlySpan<char> typed, ReadText into)
    {
        var letters = into.OpenLetters;
        if (letters.Length == typed.Length || letters.Length > 6)
            return;
        var full = letters switch
        {
            "were" => "weare",
            "ill" => "iwill",
            "well" => "wewill",
            "shell" => "shewill",
            "hell" => "hewill",
            "wed" => "wewould",
            "shed" => "shewould",
            "hed" => "hewould",
            "id" => "iwould",
            _ => null,
        };
        if (full is null)
            return;
        into.DropOpenLetters();
        foreach (var letter in full)
            into.AddLetter(letter);
    }

    /// <summary>True when an apostrophe here stands for a dropped letter ('cos, 'em) and does not open a quotation.</summary>
    public static bool BeginsWithDroppedLetter(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length]))
            length++;
        if (length > 0 && char.IsDigit(rest[0]))
            return true;
        foreach (var word in DroppedFirstLetter)
            if (rest[..length].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}

/// <summary>Short forms whose full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly string[] Known = ["mr", "mrs", "ms", "dr", "st", "approx", "etc", "eg", "ie", "rd", "ave", "tel", "fri", "sat", "sun", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "jan", "feb", "aug", "sept", "oct", "nov", "dec"];

    /// <summary>True when the text so far ends in one that stands before a word with a capital or a digit.</summary>
    public static bool EndsWith(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var word = text[start..];
        if (word.Length is 0 or > 6 || !char.IsUpper(word[0]))
            return false;
        foreach (var known in Known)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
