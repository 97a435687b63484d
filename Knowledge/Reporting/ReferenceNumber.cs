using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// The reference of a report, told aloud and typed by hand: <c>HR-</c> and two groups of four letters and digits from an
/// alphabet without look-alikes, the last a check character that finds every single wrong character and every two that changed places.
/// Derived from the report's id, so it never needs to be looked up first.
/// </summary>
[JsonConverter(typeof(ReferenceNumberConverter))]
public sealed record ReferenceNumber
{
    private const int Length = 8;

    private readonly string _text;

    private ReferenceNumber(string text) => _text = text;

    /// <summary>The reference of the report with this id: seven characters of the id's hash and a check character.</summary>
    public static ReferenceNumber Of(Guid report)
    {
        Span<byte> id = stackalloc byte[16];
        report.TryWriteBytes(id);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(id, hash);
        Span<char> text = stackalloc char[Length];
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (var i = 0; i < Length - 1; i++)
        {
            text[i] = Base32.Digit((int)(bits & 31));
            bits >>= 5;
        }

        text[^1] = Base32.CheckDigit(text[..^1]);
        return new ReferenceNumber(text.ToString());
    }

    /// <summary>Reads a reference however it is typed: any case, with or without prefix, spaces and dashes, O for 0 and I or L for 1.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ReferenceNumber? reference)
    {
        reference = null;
        if (typed is null || typed.Length > 40)
            return false;
        // The prefix is itself of the alphabet, and a reference may begin with its letters: only the length tells.
        Span<char> text = stackalloc char[Length + 2];
        if (!Base32.TryRead(typed, text, out var length))
            return false;
        ReadOnlySpan<char> body = text[..length];
        if (length == Length + 2 && body.StartsWith("HR", StringComparison.Ordinal))
            body = body[2..];
        if (body.Length != Length || Base32.CheckDigit(body[..^1]) != body[^1])
            return false;
        reference = new ReferenceNumber(body.ToString());
        return true;
    }

    /// <summary>The reference as it is shown, for example <c>HR-7K2M-Q0XA</c>.</summary>
    public override string ToString() => $"HR-{_text[..4]}-{_text[4..]}";
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
