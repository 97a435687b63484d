using System.Buffers.Binary;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Lays rows of bytes out for packing: the first bytes of all rows, then the second ones and so on, and of each row's key only what it is more than the one before.
/// What lies together is then alike, which packs to less.
/// </summary>
internal static class Planes
{
    /// <summary>Lays rows out.</summary>
    /// <param name="rows">The rows, each beginning with its key of four bytes.</param>
    /// <param name="size">How long a row is.</param>
    public static byte[] Of(ReadOnlySpan<byte> rows, int size)
    {
        var (count, planes) = (rows.Length / size, new byte[rows.Length]);
        Span<byte> step = stackalloc byte[sizeof(uint)];
        var before = 0u;
        for (var row = 0; row < count; row++)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(rows[(row * size)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(step, unchecked(key - before));
            before = key;
            for (var i = 0; i < size; i++)
                planes[(i * count) + row] = i < sizeof(uint) ? step[i] : rows[(row * size) + i];
        }

        return planes;
    }

    /// <summary>Brings rows together again.</summary>
    public static byte[] Rows(ReadOnlySpan<byte> planes, int size)
    {
        var (count, rows) = (planes.Length / size, new byte[planes.Length]);
        for (var i = 0; i < size; i++)
            for (var row = 0; row < count; row++)
                rows[(row * size) + i] = planes[(i * count) + row];
        var key = 0u;
        for (var row = 0; row < count; row++)
        {
            var at = rows.AsSpan(row * size);
            key = unchecked(key + BinaryPrimitives.ReadUInt32LittleEndian(at));
            BinaryPrimitives.WriteUInt32LittleEndian(at, key);
        }

        return rows;
    }
}
