namespace ReportBot.Knowledge.Reporting;

/// <summary>Crockford's base 32: digits and letters that are not taken for one another, told aloud and typed by hand.</summary>
internal static class Base32
{
    // No I, L, O or U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The digit for a value from 0 to 31.</summary>
    public static char Digit(int value) => Alphabet[value];

    /// <summary>The value of a digit in any case, O read as 0 and I or L as 1; -1 for any other character.</summary>
    public static int Value(char digit) => char.ToUpperInvariant(digit) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var other => Alphabet.IndexOf(other, StringComparison.Ordinal),
    };

    /// <summary>True for what people put between groups: white space and every kind of dash, full stop or underscore.</summary>
    public static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is '-' or '_' or '.' or (>= '\u2010' and <= '\u2015') or '\u2212';

    /// <summary>Reads the digits of a text in their plain form; false when something else is in it or there are more than fit.</summary>
    public static bool TryRead(ReadOnlySpan<char> typed, Span<char> digits, out int length)
    {
        length = 0;
        foreach (var c in typed)
        {
            if (IsSeparator(c))
                continue;
            var value = Value(c);
            if (value < 0 || length == digits.Length)
                return false;
            digits[length++] = Digit(value);
        }

        return true;
    }

    /// <summary>
    /// The check digit of up to 30 digits: the sum of the digits in the field of 32 elements, each times its own power of a generator.
    /// The weights differ and none is zero, so one changed digit, or any two that changed places (the check digit too), changes the sum.
    /// </summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
            sum = TimesGenerator(sum) ^ Value(digits[i]);
        return Digit(TimesGenerator(sum));
    }

    // In GF(2) modulo x^5 + x^2 + 1, where x generates all 31 non-zero elements.
    private static int TimesGenerator(int element) => (element & 16) == 0 ? element << 1 : ((element << 1) ^ 0b10_0101) & 31;
}
