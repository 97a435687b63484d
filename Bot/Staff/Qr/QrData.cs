namespace ReportBot.Bot.Staff.Qr;

/// <summary>The code words of a QR code: the bytes with their header, padded, with error correction, interleaved in the order they are drawn.</summary>
/// <param name="Version">The version, 1 to 10.</param>
/// <param name="Codewords">The code words.</param>
internal sealed record QrData(int Version, byte[] Codewords)
{
    // ISO/IEC 18004:2015, table 9, error correction M, versions 1 to 10.
    private static readonly int[] Total = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
    private static readonly int[] Correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

    /// <summary>The smallest code that holds the bytes; null when none does.</summary>
    public static QrData? Of(ReadOnlySpan<byte> bytes)
    {
        for (var version = 1; version <= Total.Length; version++)
        {
            var room = Total[version - 1] - (Correction[version - 1] * Blocks[version - 1]);
            if (bytes.Length + HeaderBytes(version) <= room)
                return new QrData(version, Interleaved(version, Padded(version, bytes, room)));
        }

        return null;
    }

    // Four bits say "bytes", eight (sixteen from version 10 on) how many: the bytes then stand half a byte off.
    private static int HeaderBytes(int version) => version < 10 ? 2 : 3;

    private static byte[] Padded(int version, ReadOnlySpan<byte> bytes, int room)
    {
        var words = new byte[room];
        var at = 0;
        Put(0b0100, 4);
        Put(bytes.Length, version < 10 ? 8 : 16);
        foreach (var one in bytes)
            Put(one, 8);
        at = Math.Min((at + 4 + 7) / 8 * 8, room * 8);
        for (var pad = 0xEC; at < room * 8; pad ^= 0xEC ^ 0x11)
            Put(pad, 8);
        return words;

        void Put(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--, at++)
                words[at / 8] |= (byte)(((value >> bit) & 1) << (7 - (at % 8)));
        }
    }

    private static byte[] Interleaved(int version, byte[] words)
    {
        var (count, correction) = (Blocks[version - 1], Correction[version - 1]);
        var generator = ReedSolomon.Generator(correction);
        // When they do not divide, the last blocks are one word longer.
        var (shortest, longer) = Math.DivRem(words.Length, count);
        var blocks = new List<(byte[] Data, byte[] Correction)>();
        for (int block = 0, at = 0; block < count; block++)
        {
            var length = shortest + (block >= count - longer ? 1 : 0);
            var data = words[at..(at += length)];
            blocks.Add((data, ReedSolomon.Remainder(data, generator)));
        }

        var drawn = new List<byte>(Total[version - 1]);
        for (var i = 0; i <= shortest; i++)
            drawn.AddRange(blocks.Where(block => i < block.Data.Length).Select(block => block.Data[i]));
        for (var i = 0; i < correction; i++)
            drawn.AddRange(blocks.Select(block => block.Correction[i]));
        return [.. drawn];
    }
}

/// <summary>Error correction words over the field of 256 elements that QR codes use (polynomial 0x11D).</summary>
internal static class ReedSolomon
{
    /// <summary>The coefficients of the generator of that degree, without the leading 1.</summary>
    public static byte[] Generator(int degree)
    {
        var generator = new byte[degree];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
                generator[j] = (byte)(Multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0));
            root = Multiply(root, 2);
        }

        return generator;
    }

    /// <summary>The remainder of the data divided by the generator: the error correction words.</summary>
    public static byte[] Remainder(ReadOnlySpan<byte> data, byte[] generator)
    {
        var remainder = new byte[generator.Length];
        foreach (var word in data)
        {
            var factor = (byte)(word ^ remainder[0]);
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var i = 0; i < remainder.Length; i++)
                remainder[i] ^= Multiply(generator[i], factor);
        }

        return remainder;
    }

    /// <summary>The product of two elements.</summary>
    public static byte Multiply(byte one, byte other)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
            product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((other >> bit) & 1) * one);
        return (byte)product;
    }
}
