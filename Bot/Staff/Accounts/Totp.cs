using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Time-based one-time codes as phones make them: RFC 6238 with its defaults, SHA-1, 30 seconds, six digits.</summary>
public static class Totp
{
    // The alphabet of RFC 4648 base32, in which secrets are shown and typed.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A new secret: 160 random bits in base32, 32 characters.</summary>
    public static string NewSecret()
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        RandomNumberGenerator.Fill(secret);
        return ToBase32(secret);
    }

    /// <summary>The address that an authenticator app reads, by link or from a QR code.</summary>
    public static string Address(string issuer, string account, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    /// <summary>The time step of a moment.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The six digits of a secret in a time step.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Every authenticator app speaks SHA-1; as a keyed hash it is not broken.
        HMACSHA1.HashData(FromBase32(secret), counter, hash);
#pragma warning restore CA5350
        // RFC 4226, 5.3: the last four bits choose where the number stands.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code this is, one step either side of now because clocks differ; null when it is none of theirs.
    /// Spaces in the code are passed over.
    /// </summary>
    public static long? Match(string secret, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = System.Text.Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        var current = StepOf(now);
        for (var step = current + 1; step >= current - 1; step--)
            if (CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.UTF8.GetBytes(Code(secret, step))))
                return step;
        return null;
    }

    private static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++)
                value = (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            text[i] = Alphabet[value];
        }

        return new string(text);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var value = Alphabet.IndexOf(text[bit / 5], StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((value >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }
}
