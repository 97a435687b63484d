using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Finds the row of a feature: an open table of at least twice as many places as features, key and row side by side. Most features of a text were
/// never learned: a bit for each, in a table small enough to stay near the processor, tells most of them at once.
/// </summary>
internal sealed class FeatureTable
{
    private const int BitsEach = 16;

    private readonly ulong[] _places;
    private readonly uint _mask;
    private readonly ulong[] _known;
    private readonly int _shift;

    /// <summary>Rows are the places of the keys in the array.</summary>
    public FeatureTable(uint[] keys)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        (_places, _mask) = (new ulong[size], size - 1);
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * BitsEach));
        (_known, _shift) = (new ulong[bits / 64], 32 - BitOperations.Log2(bits));
        for (var row = 0; row < keys.Length; row++)
        {
            var bit = keys[row] >> _shift;
            _known[bit >> 6] |= 1UL << (int)(bit & 63);
            var place = keys[row] & _mask;
            while (_places[place] != 0)
                place = (place + 1) & _mask;
            // One is added to the row, so that no place in use is 0.
            _places[place] = ((ulong)(row + 1) << 32) | keys[row];
        }
    }

    /// <summary>The row of a feature; -1 when it has none.</summary>
    public int Find(uint key)
    {
        var bit = key >> _shift;
        if ((_known[bit >> 6] >> (int)(bit & 63) & 1) == 0)
            return -1;
        for (var place = key & _mask; _places[place] is var found and not 0; place = (place + 1) & _mask)
            if ((uint)found == key)
                return (int)(found >> 32) - 1;
        return -1;
    }
}
