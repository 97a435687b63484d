using System.Collections.Frozen;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Finds the word meant by one with a letter too many, too few, swapped or wrong. Every word is kept under what is left of it
/// when one letter is dropped (the symmetric delete method), so that a look-up costs as many steps as the word has letters.
/// </summary>
internal sealed class Misspellings
{
    private const int Shortest = 5;

    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _shortened;
    private readonly string[] _spelling;

    /// <summary>Takes the words worth correcting to.</summary>
    public Misspellings(Vocabulary vocabulary, IEnumerable<int> words)
    {
        _spelling = vocabulary.Spelling;
        var shortened = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => _spelling[word].Length >= Shortest && _spelling[word].All(char.IsAsciiLetter)))
            foreach (var key in Shortened(_spelling[word]).Append(_spelling[word]))
                (shortened.TryGetValue(key, out var under) ? under : shortened[key] = []).Add(word);
        _shortened = shortened.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The id of the word meant; 0 when none is one slip away.</summary>
    public int Find(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < Shortest or > 24)
            return 0;
        if (Among(letters, letters) is var longer && longer != 0)
            return longer;
        Span<char> shorter = stackalloc char[letters.Length - 1];
        for (var drop = 1; drop < letters.Length; drop++)
        {
            letters[..drop].CopyTo(shorter);
            letters[(drop + 1)..].CopyTo(shorter[drop..]);
            if (Among(shorter, letters) is var found && found != 0)
                return found;
        }

        return 0;
    }

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(1, word.Length - 1).Select(drop => word.Remove(drop, 1)).Distinct();

    private int Among(ReadOnlySpan<char> key, ReadOnlySpan<char> letters)
    {
        if (!_shortened.TryGetValue(key, out var candidates))
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
