using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// The code with which a person comes back to their report: 80 random bits, shown as four groups of four letters and digits
/// without look-alikes. It is a secret. <see cref="ToString"/> gives it in full, to be shown to the person and to nobody else:
/// it is never logged, and only its keyed hash is stored.
/// </summary>
public sealed class ReturnCode : IEquatable<ReturnCode>
{
    /// <summary>How many bytes it is: 80 bits.</summary>
    public const int Size = 10;

    /// <summary>In how many groups it is shown.</summary>
    public const int Groups = 4;

    /// <summary>How many letters and digits a group has.</summary>
    public const int OfGroup = 4;

    private const int Characters = Groups * OfGroup;

    private readonly byte[] _bytes;

    private ReturnCode(byte[] bytes) => _bytes = bytes;

    /// <summary>A new code, from the system's random number generator.</summary>
    public static ReturnCode New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads a code however it is typed: any case, spaces and dashes anywhere, O for 0 and I or L for 1. False when it is none.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ReturnCode? code)
    {
        code = null;
        if (typed is null || typed.Length > 80)
            return false;
        Span<char> digits = stackalloc char[Characters];
        if (!Base32.TryRead(typed, digits, out var length) || length != Characters)
            return false;
        var bytes = new byte[Size];
        for (var i = 0; i < Characters; i++)
            Put(bytes, i, Base32.Value(digits[i]));
        code = new ReturnCode(bytes);
        return true;
    }

    /// <summary>The ten bytes, for hashing under a key.</summary>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>The code in full, for the person's eyes, for example <c>7K2M-Q0XA-91CD-EFGH</c>. Never write it to a log.</summary>
    public override string ToString() => string.Create(Characters + 3, _bytes, static (text, bytes) =>
    {
        for (int i = 0, at = 0; i < Characters; i++)
        {
            if (i is 4 or 8 or 12)
                text[at++] = '-';
            text[at++] = Base32.Digit(Get(bytes, i));
        }
    });

    /// <summary>True for the same code, compared in the same time whatever differs.</summary>
    public bool Equals(ReturnCode? other) => other is not null && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ReturnCode);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    // Character i holds bits 5i to 5i+4, counted from the first bit of the first byte.
    private static void Put(byte[] bytes, int i, int value)
    {
        for (var bit = 0; bit < 5; bit++)
            if ((value & (16 >> bit)) != 0)
                bytes[((5 * i) + bit) / 8] |= (byte)(128 >> (((5 * i) + bit) % 8));
    }

    private static int Get(byte[] bytes, int i)
    {
        var value = 0;
        for (var bit = 0; bit < 5; bit++)
            value = (value << 1) | ((bytes[((5 * i) + bit) / 8] >> (7 - (((5 * i) + bit) % 8))) & 1);
        return value;
    }
}
