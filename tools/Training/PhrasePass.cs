using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>Reads texts as the filters do and works out how every weight should move.</summary>
internal sealed class PhrasePass(PhraseNumbers numbers, PhraseTrainerOptions options)
{
    private const int Size = PhraseWeights.Size, Each = PhraseWeights.Each;

    private readonly float[] _answers = new float[PhraseWeights.Filters];
    private readonly int[] _places = new int[PhraseWeights.Filters];
    private readonly bool[] _kept = new bool[PhraseWeights.Filters];
    private readonly float[] _errors = new float[options.Columns];
    private float[] _vectors = [];
    private float[] _back = [];
    private float[] _parts = [];
    private float[] _taps = [];
    private bool[] _named = [];

    /// <summary>How every weight should move.</summary>
    public float[] Gradient { get; } = new float[numbers.All.Length];

    /// <summary>Forgets the last batch.</summary>
    public void Begin() => Array.Clear(Gradient);

    /// <summary>Learns from one text.</summary>
    public void Learn(PhraseSteps steps, Chance chance, float weight)
    {
        var words = steps.Words.Length;
        if (_vectors.Length < words * Size)
            (_vectors, _back, _parts, _taps, _named) = (new float[words * Size], new float[words * Size], new float[words * Size], new float[words * PhraseWeights.Taps], new bool[words]);
        for (var word = 0; word < words; word++)
            Gather(steps, word, ref chance);
        for (var word = 0; word < words; word++)
            Tap(word);
        Answer(words);
        for (var filter = 0; filter < _kept.Length; filter++)
            _kept[filter] = chance.Next() >= options.AnswersLeftOut;
        Judge(steps.Text, weight);
        Array.Clear(_back, 0, words * Size);
        GoBack(words);
        for (var word = 0; word < words; word++)
            Scatter(steps, word);
    }

    private void Gather(PhraseSteps steps, int word, ref Chance chance)
    {
        var vector = _vectors.AsSpan(word * Size, Size);
        vector.Clear();
        _named[word] = steps.Words[word] >= 0 && chance.Next() >= options.WordsLeftOut + (steps.Text.Plain[word] ? options.NamesLeftOut : 0);
        if (_named[word])
            Add(vector, numbers.All.AsSpan(steps.Words[word] * Size, Size), 1);
        else
            foreach (var row in steps.Letters[word])
                Add(vector, numbers.All.AsSpan(row * Size, Size), 1);
        foreach (var row in steps.Others[word])
            Add(vector, numbers.All.AsSpan(row * Size, Size), 1);
        for (var i = 0; i < Size; i++)
        {
            var part = chance.Next() >= options.PartsLeftOut ? 1 / (1 - options.PartsLeftOut) : 0;
            (_parts[(word * Size) + i], vector[i]) = (part, vector[i] * part);
        }
    }

    private void Tap(int word)
    {
        var vector = MemoryMarshal.Cast<float, Vector<float>>(_vectors.AsSpan(word * Size, Size));
        var weights = MemoryMarshal.Cast<float, Vector<float>>(numbers.All.AsSpan(numbers.Taps, PhraseWeights.Taps * Size));
        var taps = _taps.AsSpan(word * PhraseWeights.Taps, PhraseWeights.Taps);
        var length = vector.Length;
        for (var tap = 0; tap < taps.Length; tap += 4)
        {
            var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            var row = weights.Slice(tap * length, 4 * length);
            for (var i = 0; i < length; i++)
            {
                var x = vector[i];
                a += x * row[i];
                b += x * row[length + i];
                c += x * row[(2 * length) + i];
                d += x * row[(3 * length) + i];
            }

            (taps[tap], taps[tap + 1], taps[tap + 2], taps[tap + 3]) = (Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(d));
        }
    }

    private void Answer(int words)
    {
        Array.Fill(_answers, float.MinValue);
        Span<float> sums = stackalloc float[Each];
        for (var (width, tap) = (0, 0); width < PhraseWeights.Widths.Length; tap += PhraseWeights.Widths[width] * Each, width++)
            for (var middle = 0; middle < words; middle++)
            {
                sums.Clear();
                for (var at = 0; at < PhraseWeights.Widths[width]; at++)
                    if (middle - (PhraseWeights.Widths[width] / 2) + at is var word && word >= 0 && word < words)
                        Add(sums, _taps.AsSpan((word * PhraseWeights.Taps) + tap + (at * Each), Each), 1);
                for (var i = 0; i < Each; i++)
                    if (sums[i] > _answers[(width * Each) + i])
                        (_answers[(width * Each) + i], _places[(width * Each) + i]) = (sums[i], middle);
            }

        for (var filter = 0; filter < _answers.Length; filter++)
            _answers[filter] = Math.Max(0, _answers[filter] + numbers.All[numbers.Bias + filter]);
    }

    private void Judge(PhraseText text, float weight)
    {
        var kept = 1 / (1 - options.AnswersLeftOut);
        for (var column = 0; column < options.Columns; column++)
            _errors[column] = numbers.All[numbers.Start + column];
        for (var filter = 0; filter < _answers.Length; filter++)
        {
            _answers[filter] = _kept[filter] ? _answers[filter] * kept : 0;
            if (_answers[filter] > 0)
                Add(_errors, numbers.All.AsSpan(numbers.Worth + (filter * options.Columns), options.Columns), _answers[filter]);
        }

        for (var column = 0; column < options.Columns; column++)
        {
            var (known, holds) = ((text.Known >> column & 1) != 0, (text.Holds >> column & 1) != 0);
            _errors[column] = known ? weight * ((1 / (1 + MathF.Exp(-_errors[column]))) - (holds ? 1 : 0)) : 0;
            Gradient[numbers.Start + column] += _errors[column];
        }
    }

    private void GoBack(int words)
    {
        var kept = 1 / (1 - options.AnswersLeftOut);
        for (var (width, tap) = (0, 0); width < PhraseWeights.Widths.Length; tap += PhraseWeights.Widths[width] * Each, width++)
            for (var i = 0; i < Each; i++)
            {
                var filter = (width * Each) + i;
                if (_answers[filter] <= 0)
                    continue;
                Add(Gradient.AsSpan(numbers.Worth + (filter * options.Columns), options.Columns), _errors, _answers[filter]);
                var error = kept * Dot(numbers.All.AsSpan(numbers.Worth + (filter * options.Columns), options.Columns), _errors);
                Gradient[numbers.Bias + filter] += error;
                for (var at = 0; at < PhraseWeights.Widths[width]; at++)
                {
                    var word = _places[filter] - (PhraseWeights.Widths[width] / 2) + at;
                    if (word < 0 || word >= words)
                        continue;
                    var place = numbers.Taps + ((tap + (at * Each) + i) * Size);
                    Add(Gradient.AsSpan(place, Size), _vectors.AsSpan(word * Size, Size), error);
                    Add(_back.AsSpan(word * Size, Size), numbers.All.AsSpan(place, Size), error);
                }
            }
    }

    private void Scatter(PhraseSteps steps, int word)
    {
        var back = _back.AsSpan(word * Size, Size);
        for (var i = 0; i < Size; i++)
            back[i] *= _parts[(word * Size) + i];
        if (_named[word])
            Add(Gradient.AsSpan(steps.Words[word] * Size, Size), back, 1);
        else
            foreach (var row in steps.Letters[word])
                Add(Gradient.AsSpan(row * Size, Size), back, 1);
        foreach (var row in steps.Others[word])
            Add(Gradient.AsSpan(row * Size, Size), back, 1);
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> what, float share) => TensorPrimitives.MultiplyAdd(what, share, to, to);

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => Products.Sum(one, other);
}
