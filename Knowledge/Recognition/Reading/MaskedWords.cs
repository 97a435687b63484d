namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Reads words whose letters are hidden by signs ("p***", "f*ggot", "n-----r") by the list Lexicon/masked.txt, and others that matter
/// where enough of their letters show ("m*slims").
/// </summary>
internal sealed class MaskedWords
{
    private const int ShortestOther = 5;

    private readonly (string Letters, int Id)[] _words;
    private readonly ILookup<int, (string Letters, int Id)> _others;

    /// <summary>Takes the list, the likelier word first, and the other words worth reading.</summary>
    public MaskedWords(Vocabulary vocabulary, IEnumerable<int> others)
    {
        _others = others.Where(id => vocabulary.Spelling[id].Length >= ShortestOther).ToLookup(id => vocabulary.Spelling[id].Length, id => (vocabulary.Spelling[id], id));
        _words = [.. DataFile.File("Lexicon", "masked.txt").SelectMany(line => line.Text.Split(',', StringSplitOptions.TrimEntries)).Select(word => (word, vocabulary.Find(word)))];
    }

    /// <summary>The id of the word that is hidden; 0 when none of the list fits.</summary>
    public int Find(ReadOnlySpan<char> masked)
    {
        var known = 0;
        foreach (var letter in masked)
            known += char.IsLetter(letter) ? 1 : 0;
        if (known == 0)
            return 0;
        foreach (var (letters, id) in _words)
            if (letters.Length == masked.Length && Fits(letters, masked))
                return id;
        if (known >= 2 && Shorter(masked) is var shorter && shorter != 0)
            return shorter;
        foreach (var (letters, id) in known * 5 >= masked.Length * 3 ? _others[masked.Length] : [])
            if (Fits(letters, masked))
                return id;
        return 0;
    }

    // People do not count the signs they type: "n***r".
    private int Shorter(ReadOnlySpan<char> masked)
    {
        var first = 0;
        while (first < masked.Length && char.IsLetter(masked[first]))
            first++;
        var last = masked.Length;
        while (last > first && char.IsLetter(masked[last - 1]))
            last--;
        if (first == 0 || last == masked.Length)
            return 0;
        foreach (var (letters, id) in _words)
            if (letters.Length > first + masked.Length - last && letters.AsSpan().StartsWith(masked[..first]) && letters.AsSpan().EndsWith(masked[last..]))
                return id;
        return 0;
    }

    private static bool Fits(string letters, ReadOnlySpan<char> masked)
    {
        for (var i = 0; i < masked.Length; i++)
            if (letters[i] != masked[i] && letters[i] != Disguise.Undrawn(masked[i]) && !Disguise.Hides(masked[i]))
                return false;
        return true;
    }
}
