using System.Collections.Frozen;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>Gives every known word a number while the lexicon is being read.</summary>
internal sealed class VocabularyBuilder
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>How many words are known, plus the unknown word 0.</summary>
    public int Count => _ids.Count + 1;

    /// <summary>The words so far, with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Words => _ids;

    /// <summary>The number of a word, known from now on.</summary>
    public int Know(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
            _ids.Add(word, id = _ids.Count + 1);
        return id;
    }

    /// <summary>The finished vocabulary.</summary>
    public Vocabulary Finish() => new(_ids);
}

/// <summary>Every known word with its number.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;

    /// <summary>Keeps the words with their numbers.</summary>
    public Vocabulary(IReadOnlyDictionary<string, int> words)
    {
        var frozen = words.ToFrozenDictionary(StringComparer.Ordinal);
        _ids = frozen.GetAlternateLookup<ReadOnlySpan<char>>();
        Spelling = [.. Ordered(words)];
        Shapes = [.. Spelling.Select(word => word.Length == 0 ? 0 : Feature.Of(word))];
        Stems = [.. Spelling.Select(word => word.Length == 0 ? 0 : Feature.Of(WordStem.Of(word)))];
    }

    /// <summary>The words by number, as features; 0 for the unknown word.</summary>
    public uint[] Shapes { get; }

    /// <summary>The words by number without their endings, as features; 0 for the unknown word.</summary>
    public uint[] Stems { get; }

    /// <summary>The words by number; the first is the unknown word.</summary>
    public string[] Spelling { get; }

    /// <summary>The number of a word; 0 when it is not known.</summary>
    public int Find(ReadOnlySpan<char> letters) => _ids.TryGetValue(letters, out var id) ? id : 0;

    private static IEnumerable<string> Ordered(IReadOnlyDictionary<string, int> words) =>
        words.OrderBy(word => word.Value).Select(word => word.Key).Prepend("");
}
