using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;

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

/// <summary>Every known word with its number: an open table of what the letters hash to, and the letters of all words one after the other, so that a look-up asks little of memory.</summary>
internal sealed class Vocabulary
{
    private readonly (uint Hash, int Id)[] _places;
    private readonly char[] _letters;
    private readonly int[] _starts;

    /// <summary>Keeps the words with their numbers, which are 1 and up without a gap.</summary>
    public Vocabulary(IReadOnlyDictionary<string, int> words)
    {
        Spelling = [.. words.OrderBy(word => word.Value).Select(word => word.Key).Prepend("")];
        _letters = [.. Spelling.SelectMany(word => word)];
        _starts = new int[Spelling.Length + 1];
        _places = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Spelling.Length * 2)];
        for (var id = 0; id < Spelling.Length; id++)
        {
            _starts[id + 1] = _starts[id] + Spelling[id].Length;
            if (id == 0)
                continue;
            var hash = Hash(Spelling[id]);
            var place = hash;
            while (_places[place & (uint)(_places.Length - 1)].Id != 0)
                place++;
            _places[place & (uint)(_places.Length - 1)] = (hash, id);
        }
    }

    /// <summary>The words by number; the first is the unknown word.</summary>
    public string[] Spelling { get; }

    /// <summary>What the letters of a word hash to, four letters at a time: most words take one or two steps.</summary>
    public static uint Hash(ReadOnlySpan<char> letters)
    {
        const ulong mix = 0x9E3779B97F4A7C15UL;
        const int step = sizeof(ulong) / sizeof(char);
        var bytes = MemoryMarshal.AsBytes(letters);
        var hash = (ulong)letters.Length;
        if (letters.Length >= step)
        {
            for (var at = 0; at < letters.Length - step; at += step)
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[(at * sizeof(char))..])) * mix;
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]) ^ (hash >> 32)) * mix;
        }
        else if (letters.Length > 0)
        {
            hash = (hash ^ ((ulong)letters[0] << 8) ^ ((ulong)letters[letters.Length / 2] << 24) ^ ((ulong)letters[^1] << 40)) * mix;
        }

        return (uint)(hash >> 32);
    }

    /// <summary>The number of a word; 0 when it is not known.</summary>
    public int Find(ReadOnlySpan<char> letters) => Find(letters, Hash(letters));

    /// <summary>Asks for the memory where the search for a word begins, for many one after the other before they are searched.</summary>
    /// <param name="hash">What its letters hash to.</param>
    public void Fetch(uint hash) => Memory.Fetch(ref _places[hash & (uint)(_places.Length - 1)]);

    /// <summary>The number of a word; 0 when it is not known.</summary>
    /// <param name="letters">Its letters.</param>
    /// <param name="hash">What they hash to.</param>
    public int Find(ReadOnlySpan<char> letters, uint hash)
    {
        var places = _places;
        for (var place = hash & (uint)(places.Length - 1); places[place] is (var known, var id) && id != 0; place = (place + 1) & (uint)(places.Length - 1))
            if (known == hash && _letters.AsSpan(_starts[id], _starts[id + 1] - _starts[id]).SequenceEqual(letters))
                return id;
        return 0;
    }
}
