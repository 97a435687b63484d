using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Filters that each answer to one kind of phrase of one to five neighbouring words (Kim 2014, "Convolutional neural networks for sentence
/// classification"). Only the strongest answer of a filter in the whole account counts, so that what a filter brought can be shown: the words it answered to.
/// What an input brings to every tap is worked out once, when it is first met, in whole numbers: a text is then read by additions alone.
/// </summary>
internal sealed class PhraseFilters
{
    // Answers beyond ±64 are cut off, which none comes near.
    private const float Scale = 512;
    private const uint NoKey = 0;

    private readonly PhraseWeights _weights;
    private readonly PhraseInputs _inputs;
    private readonly FeatureTable _table;
    private readonly short[]?[] _rows;
    private readonly short[]?[] _kinds;
    private readonly short[]?[] _words;

    /// <summary>Takes the learned weights, for texts read by the given lexicon.</summary>
    public PhraseFilters(PhraseWeights weights, PhraseInputs inputs, Lexicon lexicon)
    {
        (_weights, _inputs) = (weights, inputs);
        _table = new FeatureTable(weights.Keys);
        (_rows, _kinds, _words) = (new short[weights.Keys.Length][], new short[lexicon.KindCount][], new short[lexicon.Vocabulary.Spelling.Length][]);
    }

    /// <summary>How many columns there are.</summary>
    public int Columns => _weights.Start.Length;

    /// <summary>What an input brings to every tap; null when it was never learned.</summary>
    public short[]? RowOf(uint key) => _table.Find(key) is var row and >= 0 ? _rows[row] ??= Project(_weights.Vectors.AsSpan(row * PhraseWeights.Size, PhraseWeights.Size)) : null;

    /// <summary>What a kind of term brings to every tap, all its classes together; null when it has none that was learned.</summary>
    public short[]? RowOfKind(int kind) => Known(ref _kinds[kind], kind, NoKey);

    /// <summary>What a word of the lexicon and its kind bring to every tap together; null when neither was learned. A word is always of the same kind.</summary>
    public short[]? RowOfWord(int word, uint key, int kind) => Known(ref _words[word], kind, key);

    /// <summary>Adds what the strongest answers are worth to the sums of the columns.</summary>
    public void AddWorth(ReadOnlySpan<short> strongest, Span<float> sums)
    {
        for (var column = 0; column < Columns; column++)
            sums[column] += _weights.Start[column];
        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
        {
            if (Answer(strongest, filter) is not (var answer and > 0))
                continue;
            var worth = _weights.Worth.AsSpan(filter * Columns, Columns);
            for (var column = 0; column < worth.Length; column++)
                sums[column] += answer * worth[column];
        }
    }

    /// <summary>What the strongest answer of a filter is worth for a column.</summary>
    public float Worth(ReadOnlySpan<short> strongest, int filter, int column) => Math.Max(0, Answer(strongest, filter)) * _weights.Worth[(filter * Columns) + column];

    private float Answer(ReadOnlySpan<short> strongest, int filter) => (strongest[filter] / Scale) + _weights.Bias[filter];

    private short[]? Known(ref short[]? row, int kind, uint key)
    {
        row ??= Sum(kind, key);
        return row.Length == 0 ? null : row;
    }

    private short[] Sum(int kind, uint key)
    {
        Span<float> sum = stackalloc float[PhraseWeights.Size];
        sum.Clear();
        var any = key != NoKey && Add(sum, key);
        foreach (var ofClass in _inputs.OfKind(kind))
            any |= Add(sum, ofClass);
        return any ? Project(sum) : [];
    }

    private bool Add(Span<float> sum, uint key)
    {
        if (_table.Find(key) is not (var row and >= 0))
            return false;
        var vector = _weights.Vectors.AsSpan(row * PhraseWeights.Size, PhraseWeights.Size);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += vector[i];
        return true;
    }

    private short[] Project(ReadOnlySpan<float> vector)
    {
        var row = new short[PhraseWeights.Taps];
        var wide = MemoryMarshal.Cast<float, Vector<float>>(vector);
        for (var tap = 0; tap < row.Length; tap++)
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.TapVectors.AsSpan(tap * PhraseWeights.Size, PhraseWeights.Size));
            var sum = Vector<float>.Zero;
            for (var i = 0; i < wide.Length; i++)
                sum += wide[i] * weights[i];
            row[tap] = (short)Math.Clamp(MathF.Round(Vector.Sum(sum) * Scale), short.MinValue, short.MaxValue);
        }

        return row;
    }
}
