namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>Reads a PDF as the text it mostly is (ISO 32000, 7.2).</summary>
internal sealed class PdfText(Content document)
{
    private const int LargestNumber = 10_000_000;

    public Content Document => document;

    public bool Has(ReadOnlySpan<byte> words) => Next(words, 0) >= 0;

    public bool Has(ReadOnlySpan<byte> words, long from, long before) => document.IndexOf(words, from, before) >= 0;

    /// <summary>Where these words are next; -1 when they are not.</summary>
    public long Next(ReadOnlySpan<byte> words, long from) => document.IndexOf(words, from, document.Length);

    /// <summary>True where a longer name goes on.</summary>
    public bool IsInName(long at) => document.Byte(at) is >= 0 and var value && !IsSpace(value)
        && value is not ('/' or '<' or '>' or '[' or ']' or '(' or ')' or '%');

    public bool IsDigit(long at) => document.Byte(at) is >= '0' and <= '9';

    /// <summary>The number in "12 0 R"; null when something else is there.</summary>
    public long? Reference(long at)
    {
        var number = Integer(ref at);
        return Integer(ref at) is not null && document.Byte(SkipSpace(at)) == 'R' ? number : null;
    }

    /// <summary>Where the body of an object starts, from behind its number: "0 obj"; null when something else is there.</summary>
    public long? ObjectBody(long at)
    {
        if (Integer(ref at) is null)
            return null;
        at = SkipSpace(at);
        return document.Has(at, "obj"u8) ? at + 3 : null;
    }

    /// <summary>True when the name here is the value of "/Type".</summary>
    public bool IsType(long at)
    {
        while (IsSpace(document.Byte(at - 1)))
            at--;
        return document.Has(at - 5, "/Type"u8);
    }

    /// <summary>Where the content of a stream starts, from its keyword.</summary>
    public long StreamBody(long keyword)
    {
        var at = keyword + 6;
        at += document.Byte(at) == '\r' ? 1 : 0;
        return at + (document.Byte(at) == '\n' ? 1 : 0);
    }

    /// <summary>True where the content of a stream starts.</summary>
    public bool IsStreamBody(long at)
    {
        var before = document.Byte(at - 1) == '\n' ? at - 1 : at;
        before = document.Byte(before - 1) == '\r' ? before - 1 : before;
        return before < at && document.Has(before - 6, "stream"u8);
    }

    private long? Integer(ref long at)
    {
        at = SkipSpace(at);
        long? number = null;
        for (; IsDigit(at); at++)
            if ((number = ((number ?? 0) * 10) + document.Byte(at) - '0') > LargestNumber)
                return null;
        return number;
    }

    private long SkipSpace(long at)
    {
        while (IsSpace(document.Byte(at)))
            at++;
        return at;
    }

    private static bool IsSpace(int value) => value is 0 or '\t' or '\n' or '\f' or '\r' or ' ';
}
