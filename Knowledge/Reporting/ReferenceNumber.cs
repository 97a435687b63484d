using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// The reference of a report, told aloud and typed by hand: <c>HR-</c> and two groups of four letters and digits from an
/// alphabet without look-alikes, the last a check character. Derived from the report's id, so it never needs to be looked up first.
/// </summary>
[JsonConverter(typeof(ReferenceNumberConverter))]
public sealed record ReferenceNumber
{
    // Crockford's base 32 alphabet: no I, L, O or U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string _text;

    private ReferenceNumber(string text) => _text = text;

    /// <summary>The reference of the report with this id: seven characters of the id's hash and a check character.</summary>
    public static ReferenceNumber Of(Guid report)
    {
        Span<byte> id = stackalloc byte[16];
        report.TryWriteBytes(id);
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(id, hash);
        Span<char> text = stackalloc char[8];
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (var i = 0; i < 7; i++)
        {
            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        text[7] = Check(text[..7]);
        return new ReferenceNumber(text.ToString());
    }

    /// <summary>Reads a reference however it is typed: any case, with or without prefix, spaces and dashes, O for 0 and I or L for 1.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ReferenceNumber? reference)
    {
        reference = null;
        if (typed is null || typed.Length > 40)
            return false;
        Span<char> text = stackalloc char[8];
        var length = 0;
        var rest = typed.AsSpan().Trim();
        if (rest.StartsWith("HR", StringComparison.OrdinalIgnoreCase))
            rest = rest[2..];
        foreach (var raw in rest)
        {
            if (raw is ' ' or '-' or '\u00a0')
                continue;
            var c = char.ToUpperInvariant(raw) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (length == 8 || !Alphabet.Contains(c, StringComparison.Ordinal))
                return false;
            text[length++] = c;
        }

        if (length != 8 || Check(text[..7]) != text[7])
            return false;
        reference = new ReferenceNumber(text.ToString());
        return true;
    }

    /// <summary>The reference as it is shown, for example <c>HR-7K2M-Q0XA</c>.</summary>
    public override string ToString() => $"HR-{_text[..4]}-{_text[4..]}";

    private static char Check(ReadOnlySpan<char> text)
    {
        // A weighted sum with odd weights: catches every single wrong character and every swap of neighbours that matters in base 32.
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += ((2 * i) + 1) * Alphabet.IndexOf(text[i], StringComparison.Ordinal);
        return Alphabet[sum & 31];
    }
}

/// <summary>Reads and writes a <see cref="ReferenceNumber"/> as its text.</summary>
public sealed class ReferenceNumberConverter : JsonConverter<ReferenceNumber>
{
    /// <inheritdoc />
    public override ReferenceNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReferenceNumber.TryParse(reader.GetString(), out var reference)
            ? reference
            : throw new JsonException("Not a report reference.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ReferenceNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
