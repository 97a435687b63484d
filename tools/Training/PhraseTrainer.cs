using System.Numerics;
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
        uint[] seen = [.. Seen(texts.SelectMany(text => text.Words.Concat(text.Others.SelectMany(keys => keys)).Distinct()), options.Seen)];
        uint[] letters = [.. Seen(texts.SelectMany(text => text.Letters.SelectMany(keys => keys).Distinct()), options.LettersSeen).Except(seen)];
        var words = texts.SelectMany(text => text.Words).ToHashSet();
        return ([.. seen.Where(words.Contains), .. seen.Where(key => !words.Contains(key)), .. letters], seen.Count(words.Contains));
    }

    private static IEnumerable<uint> Seen(IEnumerable<uint> keys, int times) => keys.CountBy(key => key).Where(count => count.Value >= times).Select(count => count.Key).Order();

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
