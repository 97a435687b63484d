using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>A postcode of the United Kingdom, by the shapes Royal Mail gives out (BS 7666): it may still be one nobody has.</summary>
[JsonConverter(typeof(PostcodeConverter))]
public sealed record Postcode
{
    private Postcode(string outward, string inward) => (Outward, Inward) = (outward, inward);

    /// <summary>The first half, such as <c>ME10</c>: the post town's district.</summary>
    public string Outward { get; }

    /// <summary>The second half, such as <c>1AB</c>: three characters.</summary>
    public string Inward { get; }

    /// <summary>Reads a postcode in any case, with or without spaces or a dash; false when it cannot be one.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out Postcode? postcode)
    {
        postcode = null;
        if (typed is null || typed.Length > 20)
            return false;
        var text = string.Concat(typed.Where(c => c is not (' ' or '\u00a0' or '-' or '.'))).ToUpperInvariant();
        if (text.Length is < 5 or > 7)
            return false;
        var (outward, inward) = (text[..^3], text[^3..]);
        if (!IsOutward(outward) || !IsInward(inward))
            return false;
        postcode = new Postcode(outward, inward);
        return true;
    }

    /// <summary>The postcode as it is written, for example <c>ME10 1AB</c>.</summary>
    public override string ToString() => $"{Outward} {Inward}";

    private static bool IsOutward(string text)
    {
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is not (1 or 2))
            return false;
        return text[letters..] switch
        {
            [var a] => char.IsAsciiDigit(a),
            [var a, var b] => char.IsAsciiDigit(a) && (char.IsAsciiDigit(b) || char.IsAsciiLetterUpper(b)),
            _ => false,
        };
    }

    // The second half never holds C, I, K, M, O or V.
    private static bool IsInward(string text) =>
        char.IsAsciiDigit(text[0]) && text.Skip(1).All(c => char.IsAsciiLetterUpper(c) && !"CIKMOV".Contains(c, StringComparison.Ordinal));
}

/// <summary>Reads and writes a <see cref="Postcode"/> as it is written.</summary>
public sealed class PostcodeConverter : JsonConverter<Postcode>
{
    /// <inheritdoc />
    public override Postcode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Postcode.TryParse(reader.GetString(), out var postcode) ? postcode : throw new JsonException("Not a postcode.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Postcode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
