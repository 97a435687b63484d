using System.Buffers.Binary;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Learned weights: one for a feature that means the same whatever is asked, and a row of one for each question for the others.
/// Written by the training command of tools/Training and built into this assembly.
/// </summary>
internal sealed class Weights
{
    private readonly WeightTable _shared;
    private readonly WeightTable _each;

    private Weights(int columns, ReadOnlySpan<byte> shared, ReadOnlySpan<byte> each) =>
        (Columns, _shared, _each) = (columns, new WeightTable(1, shared), new WeightTable(columns, each));

    /// <summary>How many weights a row has.</summary>
    public int Columns { get; }

    /// <summary>The weight of a shared feature; 0 when it has none.</summary>
    public float Shared(uint feature) => _shared.Find(feature) is var place and not WeightTable.Nowhere ? _shared.Row(place)[0] : 0;

    /// <summary>The weights of a feature for each column; not known when it has none.</summary>
    public WeightRow Each(uint feature) => _each.Find(feature) is var place and not WeightTable.Nowhere ? _each.Row(place) : default;

    /// <summary>The weights of shared features, one each.</summary>
    public WeightTable SharedRows => _shared;

    /// <summary>The rows of weights for each column.</summary>
    public WeightTable Rows => _each;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        var (columns, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        bytes = bytes[8..];
        var shared = count * WeightTable.SizeOf(1);
        return new Weights(columns, Rowed(bytes[..shared], 1), Rowed(bytes[shared..], columns));
    }

    /// <summary>Writes the weights: columns, count of shared features, these with a weight each, then the others with their rows, both as <see cref="Planes"/>. A weight takes one byte.</summary>
    public static byte[] Write(int columns, IReadOnlyDictionary<uint, float> shared, IReadOnlyDictionary<uint, float[]> each)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(columns);
        writer.Write(shared.Count);
        writer.Write(Planes.Of(InOrder(1, shared.Select(pair => (pair.Key, (float[])[pair.Value]))), WeightTable.SizeOf(1)));
        writer.Write(Planes.Of(InOrder(columns, each.Select(pair => (pair.Key, pair.Value))), WeightTable.SizeOf(columns)));
        return stream.ToArray();
    }

    // Keys were written in their order: if they are not, this is no file of weights, or one of another time.
    private static byte[] Rowed(ReadOnlySpan<byte> planes, int columns)
    {
        var (rows, size) = (Planes.Rows(planes, WeightTable.SizeOf(columns)), WeightTable.SizeOf(columns));
        for (var at = size; at < rows.Length; at += size)
            if (BinaryPrimitives.ReadUInt32LittleEndian(rows.AsSpan(at - size)) >= BinaryPrimitives.ReadUInt32LittleEndian(rows.AsSpan(at)))
                throw new FormatException("The weights do not stand in the order of their features: learn them anew with tools/Training.");
        return rows;
    }

    private static byte[] InOrder(int columns, IEnumerable<(uint Feature, float[] Weights)> features)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Span<byte> bytes = stackalloc byte[columns + 1];
        foreach (var (feature, weights) in features.OrderBy(pair => pair.Feature))
        {
            if (weights.Length != columns)
                throw new ArgumentException($"A feature has {weights.Length} weights for {columns} columns.", nameof(features));
            WeightRow.Write(weights, bytes);
            writer.Write(feature);
            writer.Write(bytes);
        }

        return stream.ToArray();
    }
}
