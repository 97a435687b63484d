using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Learned weights: one for a feature that means the same whatever is asked, and a row of one for each question for the others.
/// Written by the training command of tools/Training and built into this assembly.
/// </summary>
internal sealed class Weights
{
    private readonly FeatureTable _shared;
    private readonly FeatureTable _each;
    private readonly float[] _sharedWeights;
    private readonly float[] _eachWeights;

    /// <summary>Takes the weights by feature; every row has one weight for each column.</summary>
    public Weights(int columns, IReadOnlyDictionary<uint, float> shared, IReadOnlyDictionary<uint, float[]> each)
    {
        Columns = columns;
        var (sharedKeys, eachKeys) = (shared.Keys.Order().ToArray(), each.Keys.Order().ToArray());
        (_shared, _each) = (new FeatureTable(sharedKeys), new FeatureTable(eachKeys));
        _sharedWeights = [.. sharedKeys.Select(key => shared[key])];
        _eachWeights = [.. eachKeys.SelectMany(key => each[key])];
    }

    /// <summary>How many weights a row has.</summary>
    public int Columns { get; }

    /// <summary>The weight of a shared feature; 0 when it has none.</summary>
    public float Shared(uint feature) => _shared.Find(feature) is var row and >= 0 ? _sharedWeights[row] : 0;

    /// <summary>The weights of a feature for each column; empty when it has none.</summary>
    public ReadOnlySpan<float> Each(uint feature) =>
        _each.Find(feature) is var row and >= 0 ? _eachWeights.AsSpan(row * Columns, Columns) : default;

    /// <summary>The number of a feature's row; -1 when it has none.</summary>
    public int RowOf(uint feature) => _each.Find(feature);

    /// <summary>The weights of a row for each column.</summary>
    public ReadOnlySpan<float> Row(int row) => _eachWeights.AsSpan(row * Columns, Columns);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        var (columns, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        bytes = bytes[8..];
        var (shared, each) = (new Dictionary<uint, float>(), new Dictionary<uint, float[]>());
        for (var i = 0; i < count; i++)
            shared.Add(Key(ref bytes), Row(ref bytes, 1)[0]);
        while (bytes.Length > 0)
            each.Add(Key(ref bytes), Row(ref bytes, columns));
        return new Weights(columns, shared, each);
    }

    /// <summary>Writes the weights: columns, count of shared features, these with a weight each, then the others with their rows. A weight takes two bytes.</summary>
    public static byte[] Write(int columns, IReadOnlyDictionary<uint, float> shared, IReadOnlyDictionary<uint, float[]> each)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(columns);
        writer.Write(shared.Count);
        foreach (var (feature, weight) in shared.OrderBy(pair => pair.Key))
            Put(writer, feature, [weight]);
        foreach (var (feature, row) in each.OrderBy(pair => pair.Key))
            Put(writer, feature, row);
        return stream.ToArray();
    }

    private static void Put(BinaryWriter writer, uint feature, ReadOnlySpan<float> row)
    {
        writer.Write(feature);
        foreach (var weight in row)
            writer.Write((Half)weight);
    }

    private static uint Key(ref ReadOnlySpan<byte> bytes)
    {
        var key = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes = bytes[4..];
        return key;
    }

    private static float[] Row(ref ReadOnlySpan<byte> bytes, int columns)
    {
        var row = new float[columns];
        var halves = MemoryMarshal.Cast<byte, Half>(bytes[..(2 * columns)]);
        for (var column = 0; column < columns; column++)
            row[column] = (float)halves[column];
        bytes = bytes[(2 * columns)..];
        return row;
    }
}
