using System.Buffers.Binary;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// The learned weights: one for a feature that means the same for all characteristics, one a characteristic for the others.
/// Written by the training command of tests/Benchmarks and built into this assembly.
/// </summary>
internal sealed class Weights
{
    private readonly FeatureTable _shared;
    private readonly FeatureTable _each;
    private readonly float[] _sharedWeights;
    private readonly float[] _eachWeights;

    /// <summary>Takes the weights by feature.</summary>
    public Weights(IReadOnlyDictionary<uint, float> shared, IReadOnlyDictionary<uint, float[]> each)
    {
        var (sharedKeys, eachKeys) = (shared.Keys.Order().ToArray(), each.Keys.Order().ToArray());
        (_shared, _each) = (new FeatureTable(sharedKeys), new FeatureTable(eachKeys));
        _sharedWeights = [.. sharedKeys.Select(key => shared[key])];
        _eachWeights = [.. eachKeys.SelectMany(key => each[key])];
    }

    /// <summary>How many features have weights.</summary>
    public int Count => _sharedWeights.Length + (_eachWeights.Length / Strands.Count);

    /// <summary>The weight of a shared feature; 0 when it has none.</summary>
    public float Shared(uint feature) => _shared.Find(feature) is var row and >= 0 ? _sharedWeights[row] : 0;

    /// <summary>The weights of a feature for each characteristic; empty when it has none.</summary>
    public ReadOnlySpan<float> Each(uint feature) =>
        _each.Find(feature) is var row and >= 0 ? _eachWeights.AsSpan(row * Strands.Count, Strands.Count) : default;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        var (shared, each) = (new Dictionary<uint, float>(), new Dictionary<uint, float[]>());
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[4..];
        for (var i = 0; i < count; i++, bytes = bytes[6..])
            shared.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes), (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[4..]));
        for (; bytes.Length > 0; bytes = bytes[(4 + (2 * Strands.Count))..])
        {
            var row = new float[Strands.Count];
            for (var strand = 0; strand < row.Length; strand++)
                row[strand] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(4 + (2 * strand))..]);
            each.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes), row);
        }

        return new Weights(shared, each);
    }

    /// <summary>Writes the weights: a count, then feature and weight in two bytes for the shared ones, then feature and six weights.</summary>
    public static byte[] Write(IReadOnlyDictionary<uint, float> shared, IReadOnlyDictionary<uint, float[]> each)
    {
        var bytes = new byte[4 + (6 * shared.Count) + ((4 + (2 * Strands.Count)) * each.Count)];
        var rest = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(rest, shared.Count);
        rest = rest[4..];
        foreach (var (feature, weight) in shared.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, feature);
            BinaryPrimitives.WriteHalfLittleEndian(rest[4..], (Half)weight);
            rest = rest[6..];
        }

        foreach (var (feature, row) in each.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, feature);
            for (var strand = 0; strand < Strands.Count; strand++)
                BinaryPrimitives.WriteHalfLittleEndian(rest[(4 + (2 * strand))..], (Half)row[strand]);
            rest = rest[(4 + (2 * Strands.Count))..];
        }

        return bytes;
    }
}

/// <summary>Finds the row of a feature: an open table of twice as many places as features.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly uint _mask;

    /// <summary>Rows are the places of the keys in the array.</summary>
    public FeatureTable(uint[] keys)
    {
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        (_keys, _rows, _mask) = (new uint[size], new int[size], size - 1);
        Array.Fill(_rows, -1);
        for (var row = 0; row < keys.Length; row++)
        {
            var place = keys[row] & _mask;
            while (_rows[place] >= 0)
                place = (place + 1) & _mask;
            (_keys[place], _rows[place]) = (keys[row], row);
        }
    }

    /// <summary>The row of a feature; -1 when it has none.</summary>
    public int Find(uint key)
    {
        for (var place = key & _mask; _rows[place] >= 0; place = (place + 1) & _mask)
            if (_keys[place] == key)
                return _rows[place];
        return -1;
    }
}
