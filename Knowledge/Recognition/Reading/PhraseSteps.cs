using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>The steps of the phrases of a lexicon, from a node by a word to a node: an open table, node and word beside what they lead to.</summary>
internal sealed class PhraseSteps
{
    private readonly (long Step, int Next)[] _places;
    private readonly int _shift;

    /// <summary>Takes the steps: the node in the upper half, the word in the lower. No step leads to node 0, where every phrase begins.</summary>
    public PhraseSteps(IReadOnlyDictionary<long, int> steps)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, steps.Count * 2));
        (_places, _shift) = (new (long, int)[size], 64 - BitOperations.Log2(size));
        foreach (var (step, next) in steps.OrderBy(pair => pair.Key))
        {
            var place = Place(step);
            while (_places[place].Next != 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = (step, next);
        }
    }

    /// <summary>Where a word leads from a node; 0 when it leads nowhere.</summary>
    public int From(int node, int word)
    {
        var step = ((long)node << 32) | (uint)word;
        for (var place = Place(step); _places[place] is { Next: not 0 } found; place = (place + 1) & (_places.Length - 1))
            if (found.Step == step)
                return found.Next;
        return 0;
    }

    private int Place(long step) => (int)(((ulong)step * 0x9E3779B97F4A7C15UL) >> _shift);
}
