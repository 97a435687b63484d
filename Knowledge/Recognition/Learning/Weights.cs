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
    public float Shared(uint feature) => _shared.Find(feature) is var place and >= 0 ? _shared.Row(place)[0] : 0;

    /// <summary>The weights of a feature for each column; not known when it has none.</summary>
    public WeightRow Each(uint feature) => _each.Find(feature) is var place and >= 0 ? _each.Row(place) : default;

    /// <summary>The rows of weights for each column.</summary>
    public WeightTable Rows => _each;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        var (columns, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        bytes = bytes[8..];
        var shared = count * WeightTable.SizeOf(1);
        return new Weights(columns, bytes[..shared], bytes[shared..]);
    }

    /// <summary>Writes the weights: columns, count of shared features, these with a weight each, then the others with their rows. A weight takes one byte.</summary>
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
        Span<byte> bytes = stackalloc byte[row.Length + 1];
        WeightRow.Write(row, bytes);
        writer.Write(feature);
        writer.Write(bytes);
    }
}
