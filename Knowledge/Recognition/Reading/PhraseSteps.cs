using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// The steps of the phrases of a lexicon, from a node by a word to a node: an open table, node, word and what they lead to packed together, so that
/// it stays near the processor. Most words go on with no phrase: a bit for each step, in a table smaller still, tells most of them at once.
/// </summary>
internal sealed class PhraseSteps
{
    private const int Bits = 21, BitsEach = 16;

    private readonly ulong[] _places;
    private readonly int _shift;
    private readonly ulong[] _known;
    private readonly int _knownShift;

    /// <summary>Takes the steps: the node in the upper half, the word in the lower. No step leads to node 0, where every phrase begins.</summary>
    public PhraseSteps(IReadOnlyDictionary<long, int> steps)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, steps.Count * 2));
        (_places, _shift) = (new ulong[size], 64 - BitOperations.Log2(size));
        (_known, _knownShift) = (new ulong[size * BitsEach / 2 / 64], 64 - BitOperations.Log2(size * BitsEach / 2));
        foreach (var (step, next) in steps.OrderBy(pair => pair.Key))
        {
            var (node, word) = ((int)(step >> 32), (int)(step & uint.MaxValue));
            if (((node | word | next) >> Bits) != 0)
                throw new FormatException("There are more phrases than the table of their steps has room for.");
            var place = Place(Packed(node, word));
            while (_places[place] != 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = Packed(node, word) << Bits | (uint)next;
            var bit = Mixed(Packed(node, word)) >> _knownShift;
            _known[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>Where a word leads from a node; 0 when it leads nowhere.</summary>
    public int From(int node, int word)
    {
        var step = Packed(node, word);
        var bit = Mixed(step) >> _knownShift;
        if ((_known[bit >> 6] >> (int)(bit & 63) & 1) == 0)
            return 0;
        for (var place = Place(step); _places[place] is var found and not 0; place = (place + 1) & (_places.Length - 1))
            if (found >> Bits == step)
                return (int)(found & ((1 << Bits) - 1));
        return 0;
    }

    private static ulong Packed(int node, int word) => ((ulong)(uint)node << Bits) | (uint)word;

    private static ulong Mixed(ulong step) => step * 0x9E3779B97F4A7C15UL;

    private int Place(ulong step) => (int)(Mixed(step) >> _shift);
}
