using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Filters that each answer to one kind of phrase of one to five neighbouring words (Kim 2014, "Convolutional neural networks for sentence
/// classification"). Only the strongest answer of a filter in the whole account counts, so that what a filter brought can be shown: the words it answered to.
/// What an input brings to every tap is worked out once, when it is first met, in whole numbers: a text is then read by additions alone.
/// </summary>
internal sealed class PhraseFilters
{
    // What an input brings to a tap is cut off beyond ±4, which hardly any comes near; an answer is good to about a fiftieth.
    private const float Scale = 32;
    private const uint NoKey = 0;

    // A length that any processor's vectors divide.
    private const int Whole = 64;

    private readonly PhraseWeights _weights;
    private readonly PhraseInputs _inputs;
    private readonly Lexicon _lexicon;
    private readonly FrozenDictionary<uint, int> _numbers;
    private readonly float[] _worth;
    private readonly int _worthSize;
    private readonly sbyte[]?[] _rows;
    private readonly sbyte[]?[] _kinds;
    private readonly sbyte[]?[] _marks = new sbyte[1 << PhraseInputs.Marks][];
    private readonly sbyte[]?[] _words;

    /// <summary>Takes the learned weights, for texts read by the given lexicon.</summary>
    public PhraseFilters(PhraseWeights weights, PhraseInputs inputs, Lexicon lexicon)
    {
        (_weights, _inputs, _lexicon) = (weights, inputs, lexicon);
        _numbers = weights.Keys.Index().ToFrozenDictionary(key => key.Item, key => key.Index);
        (_rows, _kinds, _words) = (new sbyte[weights.Keys.Length][], new sbyte[lexicon.KindCount][], new sbyte[lexicon.Vocabulary.Spelling.Length][]);
        // Room at the end of each filter's worths, so that they are added a vector at a time.
        _worthSize = (Columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _worth = new float[PhraseWeights.Filters * _worthSize];
        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
            weights.Worth.AsSpan(filter * Columns, Columns).CopyTo(_worth.AsSpan(filter * _worthSize));
    }

    /// <summary>How long a row is: the taps, and room to add them a vector at a time.</summary>
    public static int RowSize { get; } = (PhraseWeights.Taps + Whole - 1) / Whole * Whole;

    /// <summary>How many columns there are.</summary>
    public int Columns => _weights.Start.Length;

    /// <summary>What an input brings to every tap; null when it was never learned.</summary>
    public sbyte[]? RowOf(uint key) => _numbers.TryGetValue(key, out var row) ? _rows[row] ??= Project(_weights.Vectors.AsSpan(row * PhraseWeights.Size, PhraseWeights.Size)) : null;

    /// <summary>What a kind of term brings to every tap, all its classes together; null when it has none that was learned.</summary>
    public sbyte[]? RowOfKind(int kind) => Known(ref _kinds[kind], kind, NoKey);

    /// <summary>What the ways a word stands bring to every tap together, as bits; null when none was learned.</summary>
    public sbyte[]? RowOfMarks(int marks)
    {
        ref var row = ref _marks[marks];
        row ??= Sum([.. Enumerable.Range(0, PhraseInputs.Marks).Where(bit => (marks >> bit & 1) != 0).Select(PhraseInputs.OfMark)]);
        return row.Length == 0 ? null : row;
    }

    /// <summary>What a word and the kind it is by itself bring to every tap together; null when neither was learned.</summary>
    /// <param name="word">Its number in the lexicon; 0 when it is not there.</param>
    /// <param name="key">Its key.</param>
    /// <param name="kind">The kind of term it is by itself; 0 when it is none, or stands inside an idiom.</param>
    public sbyte[]? RowOfWord(int word, uint key, int kind) => word != 0 && kind == _lexicon.KindOfWord(word) ? Known(ref _words[word], kind, key) : RowOf(key);

    /// <summary>Adds what the strongest answers are worth to the sums of the columns.</summary>
    public void AddWorth(ReadOnlySpan<short> strongest, Span<float> sums)
    {
        Span<float> room = stackalloc float[_worthSize];
        _weights.Start.CopyTo(room);
        ref var total = ref MemoryMarshal.GetReference(room);
        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
        {
            if (Answer(strongest, filter) is not (var answer and > 0))
                continue;
            ref var worth = ref _worth[filter * _worthSize];
            for (nuint i = 0; i < (nuint)_worthSize; i += (nuint)Vector<float>.Count)
                (Vector.LoadUnsafe(ref total, i) + (Vector.LoadUnsafe(ref worth, i) * answer)).StoreUnsafe(ref total, i);
        }

        for (var column = 0; column < Columns; column++)
            sums[column] += room[column];
    }

    /// <summary>What the strongest answer of a filter is worth for a column.</summary>
    public float Worth(ReadOnlySpan<short> strongest, int filter, int column) => Math.Max(0, Answer(strongest, filter)) * _weights.Worth[(filter * Columns) + column];

    private float Answer(ReadOnlySpan<short> strongest, int filter) => (strongest[filter] / Scale) + _weights.Bias[filter];

    private sbyte[]? Known(ref sbyte[]? row, int kind, uint key)
    {
        row ??= Sum([.. key == NoKey ? [] : (uint[])[key], .. _inputs.OfKind(kind)]);
        return row.Length == 0 ? null : row;
    }

    private sbyte[] Sum(ReadOnlySpan<uint> keys)
    {
        Span<float> sum = stackalloc float[PhraseWeights.Size];
        sum.Clear();
        var any = false;
        foreach (var key in keys)
            any |= Add(sum, key);
        return any ? Project(sum) : [];
    }

    private bool Add(Span<float> sum, uint key)
    {
        if (!_numbers.TryGetValue(key, out var row))
            return false;
        var vector = _weights.Vectors.AsSpan(row * PhraseWeights.Size, PhraseWeights.Size);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += vector[i];
        return true;
    }

    private sbyte[] Project(ReadOnlySpan<float> vector)
    {
        var row = new sbyte[RowSize];
        var wide = MemoryMarshal.Cast<float, Vector<float>>(vector);
        for (var tap = 0; tap < PhraseWeights.Taps; tap++)
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.TapVectors.AsSpan(tap * PhraseWeights.Size, PhraseWeights.Size));
            var sum = Vector<float>.Zero;
            for (var i = 0; i < wide.Length; i++)
                sum += wide[i] * weights[i];
            row[tap] = (sbyte)Math.Clamp(MathF.Round(Vector.Sum(sum) * Scale), sbyte.MinValue, sbyte.MaxValue);
        }

        return row;
    }
}
