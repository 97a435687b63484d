using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// The steps of the phrases of a lexicon, from a node by a word to a node: an open table, node, word and what they lead to packed together, so that
/// it stays near the processor.
/// </summary>
internal sealed class PhraseSteps
{
    private const int Bits = 21;

    private readonly ulong[] _places;
    private readonly int _shift;

    /// <summary>Takes the steps: the node in the upper half, the word in the lower. No step leads to node 0, where every phrase begins.</summary>
    public PhraseSteps(IReadOnlyDictionary<long, int> steps)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, steps.Count * 2));
        (_places, _shift) = (new ulong[size], 64 - BitOperations.Log2(size));
        foreach (var (step, next) in steps.OrderBy(pair => pair.Key))
        {
            var (node, word) = ((int)(step >> 32), (int)(step & uint.MaxValue));
            if (((node | word | next) >> Bits) != 0)
                throw new FormatException("There are more phrases than the table of their steps has room for.");
            var place = Place(Packed(node, word));
            while (_places[place] != 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = Packed(node, word) << Bits | (uint)next;
        }
    }

    /// <summary>Where a word leads from a node; 0 when it leads nowhere.</summary>
    public int From(int node, int word)
    {
        var step = Packed(node, word);
        for (var place = Place(step); _places[place] is var found and not 0; place = (place + 1) & (_places.Length - 1))
            if (found >> Bits == step)
                return (int)(found & ((1 << Bits) - 1));
        return 0;
    }

    private static ulong Packed(int node, int word) => ((ulong)(uint)node << Bits) | (uint)word;

    private int Place(ulong step) => (int)((step * 0x9E3779B97F4A7C15UL) >> _shift);
}
