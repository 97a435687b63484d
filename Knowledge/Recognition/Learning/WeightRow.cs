using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// The weights of a feature for each column, a whole number of one byte each. They share a step, a power of two, so that small weights are as exact
/// in proportion as large ones: half a step is at most a 127th of the largest, where no coarser step was asked for.
/// </summary>
/// <param name="exponent">The step's exponent.</param>
/// <param name="weights">The weights. To be added up, the memory must go on for <see cref="Beyond"/> bytes after them.</param>
internal readonly ref struct WeightRow(byte exponent, ReadOnlySpan<byte> weights)
{
    /// <summary>How many weights are added at a time.</summary>
    public const int Beyond = 32;

    /// <summary>How many weights are added at a time where there are few columns.</summary>
    public const int Few = 4;

    private const int Most = sbyte.MaxValue, Flattest = 1, Steepest = 30;

    private readonly ReadOnlySpan<byte> _weights = weights;

    /// <summary>True when it has weights.</summary>
    public bool IsKnown => !_weights.IsEmpty;

    /// <summary>The weight for a column.</summary>
    public float this[int column] => (sbyte)_weights[column] * Step;

    private float Step => BitConverter.Int32BitsToSingle((127 - exponent) << 23);

    /// <summary>How many sums there must be room for.</summary>
    public static int Room(int columns) => (columns + Beyond - 1) / Beyond * Beyond;

    /// <summary>Writes the exponent and the weights.</summary>
    /// <param name="weights">The weights, from -63.5 to 63.5; throws for any beyond, and for what is no number.</param>
    /// <param name="into">One byte more than there are weights.</param>
    /// <param name="finest">How many steps the largest weight may take, unless it is above 15: fewer pack to less.</param>
    public static void Write(ReadOnlySpan<float> weights, Span<byte> into, int finest = Most)
    {
        var most = 0f;
        foreach (var weight in weights)
            most = Math.Max(most, Math.Abs(weight));
        if (!(most * (1 << Flattest) <= Most))
            throw new ArgumentOutOfRangeException(nameof(weights), most, "A weight is larger than a byte has room for.");
        var exponent = Flattest;
        while (exponent < Steepest && most * (1L << (exponent + 1)) <= finest)
            exponent++;
        into[0] = (byte)exponent;
        for (var column = 0; column < weights.Length; column++)
            into[column + 1] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[column] * (1L << exponent)), -Most, Most);
    }

    /// <summary>The weights from a column on, as many as a vector holds; those beyond the columns mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> From(int column)
    {
        var all = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_weights), (nuint)column).AsSByte();
        var whole = Vector512.WidenLower(Vector256.WidenLower(all.ToVector256Unsafe()).ToVector512Unsafe());
        return Vector512.ConvertToSingle(whole) * Vector512.Create(Step);
    }

    /// <summary>Adds the first <see cref="Few"/> weights to as many sums; those beyond the columns mean nothing.</summary>
    public void AddFewTo(Span<float> sums)
    {
        var weights = Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadUInt32LittleEndian(_weights)).AsSByte()));
        (Vector128.Create<float>(sums) + (Vector128.ConvertToSingle(weights) * Vector128.Create(Step))).CopyTo(sums);
    }

    /// <summary>Adds <see cref="Few"/> weights that were read before to as many sums.</summary>
    public static void Add(ReadOnlySpan<float> weights, Span<float> sums) => (Vector128.Create(weights) + Vector128.Create<float>(sums)).CopyTo(sums);
}
