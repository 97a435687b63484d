using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// A telephone number of the United Kingdom in national form. By Ofcom's numbering plan it is 10 or 11 digits that begin with
/// 01, 02, 03, 05, 07, 08 or 09; emergency and other short numbers are none.
/// </summary>
[JsonConverter(typeof(PhoneNumberConverter))]
public sealed record PhoneNumber
{
    private PhoneNumber(string national) => National = national;

    /// <summary>The digits without spaces, for example <c>07700900123</c>.</summary>
    public string National { get; }

    /// <summary>True for a mobile: only there does the silent solution ask for 55, and a text arrive.</summary>
    public bool IsMobile => National.StartsWith("07", StringComparison.Ordinal) && National[2] is not ('0' or '6');

    /// <summary>The number as a link that dials, for example <c>tel:+447700900123</c>.</summary>
    public string Link => $"tel:+44{National[1..]}";

    /// <summary>Reads a number however it is typed: spaces, dots, dashes, brackets, +44, 0044 or +44 (0). False when it is not a number of the UK.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (typed is null || typed.Length > 40 || !TryDigits(typed, out var digits))
            return false;
        var national = digits switch
        {
            ['+', '4', '4', '0', .. var rest] => "0" + rest,
            ['+', '4', '4', .. var rest] => "0" + rest,
            ['0', '0', '4', '4', '0', .. var rest] => "0" + rest,
            ['0', '0', '4', '4', .. var rest] => "0" + rest,
            _ => digits,
        };
        if (!IsNational(national))
            return false;
        number = new PhoneNumber(national);
        return true;
    }

    /// <summary>The number in the groups it is usually read in, for example <c>07700 900123</c> or <c>020 7946 0018</c>.</summary>
    public override string ToString() => National switch
    {
        ['0', '2', ..] => $"{National[..3]} {National[3..7]} {National[7..]}",
        ['0', '3', ..] or ['0', '8', ..] or ['0', '9', ..] => National.Length == 11
            ? $"{National[..4]} {National[4..7]} {National[7..]}"
            : $"{National[..4]} {National[4..]}",
        ['0', '1', '1', ..] or ['0', '1', _, '1', ..] when National.Length == 11 => $"{National[..4]} {National[4..7]} {National[7..]}",
        _ => $"{National[..5]} {National[5..]}",
    };

    private static bool TryDigits(string typed, out string digits)
    {
        var kept = new System.Text.StringBuilder(typed.Length);
        digits = "";
        foreach (var c in typed.Trim())
        {
            if (char.IsAsciiDigit(c) || (c == '+' && kept.Length == 0))
                kept.Append(c);
            else if (c is not (' ' or '\u00a0' or '-' or '\u2010' or '\u2011' or '\u2013' or '.' or '(' or ')' or '/'))
                return false;
        }

        digits = kept.ToString();
        return true;
    }

    private static bool IsNational(string digits) => digits switch
    {
        ['0', '7' or '2' or '3' or '9' or '5', ..] => digits.Length == 11,
        // Some area numbers and some 0800 and 0500 numbers are one digit shorter.
        ['0', '1' or '8', ..] => digits.Length is 10 or 11,
        _ => false,
    };
}

/// <summary>Reads and writes a <see cref="PhoneNumber"/> as its national digits.</summary>
public sealed class PhoneNumberConverter : JsonConverter<PhoneNumber>
{
    /// <inheritdoc />
    public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PhoneNumber.TryParse(reader.GetString(), out var number) ? number : throw new JsonException("Not a telephone number of the UK.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.National);
}
