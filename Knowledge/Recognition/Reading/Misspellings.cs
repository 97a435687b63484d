namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Finds the word meant by one with a letter too many, too few, swapped or wrong. Every word is kept under what is left of it
/// when one letter is dropped (the symmetric delete method), by a number that is worked out for all letters in one pass, so that a look-up costs as
/// many steps as the word has letters. What is found is compared letter by letter.
/// </summary>
internal sealed class Misspellings
{
    private const int Shortest = 5;
    private const int KnownBits = 1 << 19;

    private const int Longest = 24;
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    private readonly Dictionary<ulong, int[]> _shortened;
    private readonly ulong[] _known = new ulong[KnownBits / 64];
    private readonly string[] _spelling;

    /// <summary>Takes the words worth correcting to.</summary>
    public Misspellings(Vocabulary vocabulary, IEnumerable<int> words)
    {
        _spelling = vocabulary.Spelling;
        var shortened = new Dictionary<ulong, HashSet<int>>();
        foreach (var word in words.Where(word => _spelling[word].Length >= Shortest && _spelling[word].All(char.IsAsciiLetter)))
            foreach (var key in Shortened(_spelling[word]).Append(_spelling[word]))
                (shortened.TryGetValue(Number(key), out var under) ? under : shortened[Number(key)] = []).Add(word);
        _shortened = shortened.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray());
        foreach (var key in _shortened.Keys)
            _known[Bit(key) >> 6] |= 1UL << (Bit(key) & 63);
    }

    /// <summary>The id of the word meant; 0 when none is one slip away.</summary>
    public int Find(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < Shortest or > Longest)
            return 0;
        var number = Number(letters);
        if (Among(number, letters) is var longer && longer != 0)
            return longer;
        // The number without a letter: what stands before it moves one place down.
        Span<ulong> powers = stackalloc ulong[Longest];
        powers[0] = 1;
        for (var i = 1; i < letters.Length; i++)
            powers[i] = powers[i - 1] * Base;
        var before = (ulong)letters[0];
        for (var drop = 1; drop < letters.Length; drop++)
        {
            var through = (before * Base) + letters[drop];
            var after = letters.Length - 1 - drop;
            if (Among(number + ((before - through) * powers[after]), letters) is var found && found != 0)
                return found;
            before = through;
        }

        return 0;
    }

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(1, word.Length - 1).Select(drop => word.Remove(drop, 1)).Distinct();

    private static ulong Number(ReadOnlySpan<char> letters)
    {
        var number = 0UL;
        foreach (var letter in letters)
            number = (number * Base) + letter;
        return number;
    }

    private static int Bit(ulong number) => (int)(number >> 45);

    private int Among(ulong number, ReadOnlySpan<char> letters)
    {
        if ((_known[Bit(number) >> 6] >> (Bit(number) & 63) & 1) == 0 || !_shortened.TryGetValue(number, out var candidates))
            return 0;
        foreach (var candidate in candidates)
            if (IsOneSlip(_spelling[candidate], letters))
                return candidate;
        return 0;
    }

    // The first letter is rarely wrong. A wrong letter in a short word is more often another word; a swap is not.
    private static bool IsOneSlip(string word, ReadOnlySpan<char> letters)
    {
        if (word[0] != letters[0] || Math.Abs(word.Length - letters.Length) > 1)
            return false;
        var same = 0;
        while (same < word.Length && same < letters.Length && word[same] == letters[same])
            same++;
        if (word.Length != letters.Length)
            return word.Length >= 6 && (word.Length > letters.Length ? word.AsSpan(same + 1).SequenceEqual(letters[same..]) : letters[(same + 1)..].SequenceEqual(word.AsSpan(same)));
        if (same + 1 < word.Length && word[same] == letters[same + 1] && word[same + 1] == letters[same] && word.AsSpan(same + 2).SequenceEqual(letters[(same + 2)..]))
            return true;
        return word.Length >= 7 && word.AsSpan(same + 1).SequenceEqual(letters[(same + 1)..]);
    }
}
