namespace ReportBot.Knowledge.Wording;

/// <summary>One word of a text: lower case, apostrophes left out, and where it stands.</summary>
/// <param name="Text">The word, such as <c>cant</c> for "can't".</param>
/// <param name="Start">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="End">Where it ends, one past its last code unit.</param>
/// <param name="Clause">Which clause it is in, counted from 0; a clause ends at punctuation or a new line.</param>
internal readonly record struct Word(string Text, int Start, int End, int Clause);

/// <summary>Splits text into words.</summary>
internal static class Words
{
    /// <summary>The words of a text, in order: runs of letters and digits, with apostrophes inside them dropped.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var clause = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                if (text[at++] is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')')
                    clause++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInnerApostrophe(text, at)))
                at++;
            words.Add(new Word(Plain(text.AsSpan(start, at - start)), start, at, clause));
        }

        return words;
    }

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] is '\'' or '\u2019' or '\u2018' or '`' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> plain = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
            if (char.IsLetterOrDigit(c))
                plain[length++] = char.ToLowerInvariant(c);
        return plain[..length].ToString();
    }
}
