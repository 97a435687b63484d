using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>
/// Learns the phrase filters by gradient descent (Adam, Kingma and Ba 2015, with the decay apart from the gradient). What chance leaves out of each text
/// is the same every time, and so are the sums: the same texts give the same weights.
/// </summary>
internal sealed class PhraseTrainer(PhraseTrainerOptions options)
{
    private const int Halves = 2;
    private const float Past = 0.9f, LongPast = 0.999f, Tiny = 1e-8f;

    /// <summary>Learns from the texts.</summary>
    public PhraseWeights Learn(IReadOnlyList<PhraseText> texts)
    {
        var (keys, words) = Keys(texts);
        var rows = keys.Index().ToDictionary(key => key.Item, key => key.Index);
        PhraseSteps[] steps = [.. texts.Select(text => new PhraseSteps(text, rows))];
        var numbers = new PhraseNumbers(keys, words, options.Columns);
        var passes = Enumerable.Range(0, Halves).Select(_ => new PhrasePass(numbers, options)).ToArray();
        var (mean, spread) = (new float[numbers.All.Length], new float[numbers.All.Length]);
        var order = Enumerable.Range(0, steps.Length).ToArray();
        for (var (round, moves) = (0, 0); round < options.Rounds; round++)
        {
            Shuffle(order, new Chance((ulong)round + 2));
            var rate = options.Rate * (1 - (round / (float)options.Rounds));
            foreach (var batch in order.Chunk(options.Batch))
            {
                var at = round;
                Parallel.For(0, Halves, half =>
                {
                    passes[half].Begin();
                    for (var i = half; i < batch.Length; i += Halves)
                        passes[half].Learn(steps[batch[i]], new Chance(((ulong)at << 32) + (ulong)batch[i] + 1), 1f / batch.Length);
                });
                Move(numbers, passes, mean, spread, rate, ++moves, words * PhraseWeights.Size);
            }
        }

        return numbers.Weights();
    }

    // Words first, then everything else: a word's vector is held small by being left out, not by decay.
    private (uint[] Keys, int Words) Keys(IReadOnlyList<PhraseText> texts)
    {
        uint[] seen = [.. texts.SelectMany(text => text.Words.Concat(text.Others.SelectMany(keys => keys)).Distinct()).CountBy(key => key).Where(count => count.Value >= options.Seen).Select(count => count.Key).Order()];
        var words = texts.SelectMany(text => text.Words).ToHashSet();
        return ([.. seen.Where(words.Contains), .. seen.Where(key => !words.Contains(key))], seen.Count(words.Contains));
    }

    private static void Shuffle(int[] order, Chance chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = Math.Min(i, (int)(chance.Next() * (i + 1)));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    private void Move(PhraseNumbers numbers, PhrasePass[] passes, float[] mean, float[] spread, float rate, int moves, int words)
    {
        var (step, scale) = (rate / (1 - MathF.Pow(Past, moves)), 1 / (1 - MathF.Pow(LongPast, moves)));
        var parts = Environment.ProcessorCount > 1 ? Halves : 1;
        var length = numbers.All.Length / parts / 64 * 64;
        Parallel.For(0, parts, part =>
        {
            var (first, end) = (part * length, part == parts - 1 ? numbers.All.Length : (part + 1) * length);
            Move(numbers.All, passes, mean, spread, first, Math.Clamp(words, first, end), step, scale, 0);
            Move(numbers.All, passes, mean, spread, Math.Clamp(words, first, end), end, step, scale, rate * options.Decay);
        });
    }

    private static void Move(float[] all, PhrasePass[] passes, float[] mean, float[] spread, int first, int end, float step, float scale, float decay)
    {
        var width = Vector<float>.Count;
        var (one, other) = (passes[0].Gradient, passes[1].Gradient);
        for (var i = first; i < end; i += width)
        {
            var gradient = new Vector<float>(one, i) + new Vector<float>(other, i);
            var m = (new Vector<float>(mean, i) * Past) + (gradient * (1 - Past));
            var v = (new Vector<float>(spread, i) * LongPast) + (gradient * gradient * (1 - LongPast));
            m.CopyTo(mean, i);
            v.CopyTo(spread, i);
            var moved = new Vector<float>(all, i) * (1 - decay);
            (moved - (m * step / (Vector.SquareRoot(v * scale) + new Vector<float>(Tiny)))).CopyTo(all, i);
        }
    }
}

/// <summary>A text by the numbers of its inputs.</summary>
internal sealed class PhraseSteps
{
    /// <summary>Finds the numbers.</summary>
    public PhraseSteps(PhraseText text, Dictionary<uint, int> rows)
    {
        Words = [.. text.Words.Select(key => rows.GetValueOrDefault(key, -1))];
        Others = [.. text.Others.Select(keys => keys.Where(rows.ContainsKey).Select(key => rows[key]).ToArray())];
        Text = text;
    }

    /// <summary>Each word's own number; -1 for one seen too seldom.</summary>
    public int[] Words { get; }

    /// <summary>The numbers of what else each word is.</summary>
    public int[][] Others { get; }

    /// <summary>The text.</summary>
    public PhraseText Text { get; }
}

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
        foreach (var row in steps.Others[word])
            Add(Gradient.AsSpan(row * Size, Size), back, 1);
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> what, float share) => System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(what, share, to, to);

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => System.Numerics.Tensors.TensorPrimitives.Dot(one, other);
}
