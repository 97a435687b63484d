namespace ReportBot.Knowledge.Language;

/// <summary>
/// How letters follow each other in each language written in Latin letters: three at a time over a to z and the edge of a word, learned
/// from the words of the profiles. It tells a word that is in no list.
/// </summary>
internal sealed class LetterPatterns
{
    private const int Letters = 27;
    private const int Triples = Letters * Letters * Letters;
    private const float Smoothing = 0.3f;

    private readonly float[]?[] _byLanguage;

    /// <summary>Learns from words of languages, given as the language's place and the word in a to z.</summary>
    public LetterPatterns(int languages, IEnumerable<(int Language, string Word)> words, bool[] isLatin)
    {
        _byLanguage = new float[languages][];
        foreach (var group in words.GroupBy(word => word.Language, word => word.Word))
            if (isLatin[group.Key])
                _byLanguage[group.Key] = Learn(group);
    }

    /// <summary>True for a language written in Latin letters first.</summary>
    public bool Knows(int language) => _byLanguage[language] is not null;

    /// <summary>How like a language a folded word is, as the mean natural logarithm of the chance of each letter after the two before.</summary>
    public float Likeness(int language, ReadOnlySpan<char> word)
    {
        var table = _byLanguage[language] ?? throw new ArgumentOutOfRangeException(nameof(language));
        var (sum, count, two) = (0f, 0, 0);
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                continue;
            sum += table[Next(ref two, c - 'a' + 1)];
            count++;
        }

        return count == 0 ? 0 : (sum + table[Next(ref two, 0)]) / (count + 1);
    }

    private static float[] Learn(IEnumerable<string> words)
    {
        var table = new float[Triples];
        var pairs = new float[Letters * Letters];
        foreach (var word in words)
        {
            var two = 0;
            foreach (var letter in word.Select(c => c - 'a' + 1).Append(0))
            {
                pairs[two]++;
                table[Next(ref two, letter)]++;
            }
        }

        for (var i = 0; i < Triples; i++)
            table[i] = MathF.Log((table[i] + Smoothing) / (pairs[i / Letters] + (Smoothing * Letters)));
        return table;
    }

    private static int Next(ref int two, int letter)
    {
        var triple = (two * Letters) + letter;
        two = triple % (Letters * Letters);
        return triple;
    }
}
