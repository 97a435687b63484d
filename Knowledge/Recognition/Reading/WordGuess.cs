namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>Finds the word meant when it is not spelt as the lexicon has it: drawn-out, drawn with digits, or spaced out.</summary>
internal sealed class WordGuess(Lexicon lexicon)
{
    /// <summary>Gives the word its id when it can be told which is meant.</summary>
    public void Settle(ReadText read, int word)
    {
        var letters = read.Letters(word);
        if (letters.Length is < 2 or > 40)
            return;
        Span<char> plain = stackalloc char[letters.Length];
        if (Shortened(letters, plain, 2) is var twice && twice != 0)
            read.Rename(word, twice, WordMarks.Corrected);
        else if (Shortened(letters, plain, 1) is var once && once != 0)
            read.Rename(word, once, WordMarks.Corrected);
        else if (Undrawn(letters, plain) is var undrawn && undrawn != 0)
            read.Rename(word, undrawn, WordMarks.Disguised);
    }

    private int Shortened(ReadOnlySpan<char> letters, Span<char> plain, int longest)
    {
        var (length, run) = (0, 0);
        for (var i = 0; i < letters.Length; i++)
        {
            run = i > 0 && letters[i] == letters[i - 1] ? run + 1 : 1;
            if (run <= longest)
                plain[length++] = letters[i];
        }

        return length == letters.Length || letters.Length - length < (longest == 1 ? 2 : 1) ? 0 : lexicon.Vocabulary.Find(plain[..length]);
    }

    private int Undrawn(ReadOnlySpan<char> letters, Span<char> plain)
    {
        var changed = false;
        for (var i = 0; i < letters.Length; i++)
        {
            plain[i] = Disguise.Undrawn(letters[i]);
            changed |= plain[i] != letters[i];
        }

        return changed && !char.IsDigit(letters[0]) ? lexicon.Vocabulary.Find(plain[..letters.Length]) : 0;
    }
}
