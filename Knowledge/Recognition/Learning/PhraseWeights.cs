using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// The learned weights of the phrase filters: a vector for each input, the taps of the filters over neighbouring words, and what each filter's
/// strongest answer is worth for each column. Written by the training command of tools/Training and built into this assembly.
/// </summary>
internal sealed class PhraseWeights
{
    /// <summary>How long the vector of an input is.</summary>
    public const int Size = 96;

    // Half the room of finer ones, and nothing was told otherwise: many vectors are added up, and what they are off by is lost among them.
    private const int FinestOfVectors = 31;

    /// <summary>How many filters there are of each width: as many as the answers that are added and compared at a time.</summary>
    public const int Each = 32;

    /// <summary>How many filters there are.</summary>
    public const int Filters = 4 * Each;

    /// <summary>How many taps the filters have together: one for each word they look at.</summary>
    public const int Taps = (1 + 2 + 3 + 5) * Each;

    /// <summary>Over how many neighbouring words filters look.</summary>
    public static ReadOnlySpan<int> Widths => [1, 2, 3, 5];

    /// <summary>The inputs' keys, in order.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>The inputs' vectors, one after the other.</summary>
    public required float[] Vectors { get; init; }

    /// <summary>The taps: width by width, from the first word a filter looks at to the last, filter by filter, a vector each.</summary>
    public required float[] TapVectors { get; init; }

    /// <summary>What is added to each filter's answer.</summary>
    public required float[] Bias { get; init; }

    /// <summary>What an answer is worth: filter by filter, a weight for each column.</summary>
    public required float[] Worth { get; init; }

    /// <summary>What each column starts from.</summary>
    public required float[] Start { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PhraseWeights Read(ReadOnlySpan<byte> bytes)
    {
        var (count, columns) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        bytes = bytes[8..];
        var keys = MemoryMarshal.Cast<byte, uint>(Planes.Rows(bytes[..(sizeof(uint) * count)], sizeof(uint))).ToArray();
        bytes = bytes[(sizeof(uint) * count)..];
        return new PhraseWeights
        {
            Keys = keys,
            Vectors = TakeRows(ref bytes, count),
            TapVectors = TakeRows(ref bytes, Taps),
            Bias = Take(ref bytes, Filters),
            Worth = Take(ref bytes, Filters * columns),
            Start = Take(ref bytes, columns),
        };
    }

    /// <summary>
    /// Writes the weights: the counts of inputs and columns, the keys as <see cref="Planes"/>, the vectors and taps as <see cref="WeightRow.Write"/> writes a row, and the others in
    /// two bytes each.
    /// </summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Keys.Length);
        writer.Write(Start.Length);
        writer.Write(Planes.Of(MemoryMarshal.AsBytes<uint>(Keys), sizeof(uint)));
        PutRows(writer, Vectors, FinestOfVectors);
        PutRows(writer, TapVectors, sbyte.MaxValue);
        foreach (var weights in (float[][])[Bias, Worth, Start])
            foreach (var weight in weights)
                writer.Write((Half)weight);
        return stream.ToArray();
    }

    private static void PutRows(BinaryWriter writer, ReadOnlySpan<float> rows, int finest)
    {
        Span<byte> bytes = stackalloc byte[Size + 1];
        for (; !rows.IsEmpty; rows = rows[Size..])
        {
            WeightRow.Write(rows[..Size], bytes, finest);
            writer.Write(bytes);
        }
    }

    private static float[] TakeRows(ref ReadOnlySpan<byte> bytes, int count)
    {
        var weights = new float[count * Size];
        for (var at = 0; at < weights.Length; bytes = bytes[(Size + 1)..])
        {
            var row = new WeightRow(bytes[0], bytes[1..]);
            for (var i = 0; i < Size; i++, at++)
                weights[at] = row[i];
        }

        return weights;
    }

    private static float[] Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(bytes[..(2 * count)]);
        var weights = new float[count];
        for (var i = 0; i < count; i++)
            weights[i] = (float)halves[i];
        bytes = bytes[(2 * count)..];
        return weights;
    }
}
