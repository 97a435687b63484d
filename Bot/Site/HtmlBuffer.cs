using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ReportBot.Bot.Site;

/// <summary>HTML being written, in a pooled array: markup of ours as it is, words of anyone's encoded. Dispose gives the array back, cleared.</summary>
public sealed class HtmlBuffer : IHtmlContent, IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private char[] _chars = ArrayPool<char>.Shared.Rent(8192);
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<char> Written => _chars.AsSpan(0, _length);

    /// <summary>Adds our own markup, as it is.</summary>
    public HtmlBuffer Markup(string markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
        return this;
    }

    /// <summary>Adds words, encoded so that they are nothing but text, in an element or in a quoted attribute.</summary>
    public HtmlBuffer Words(ReadOnlySpan<char> words)
    {
        for (int special; (special = words.IndexOfAny(Special)) >= 0; words = words[(special + 1)..])
        {
            Plain(words[..special]);
            Markup(words[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
        }

        return Plain(words);
    }

    /// <summary>Adds a whole number.</summary>
    public HtmlBuffer Number(int number)
    {
        number.TryFormat(Room(11), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Adds a moment in a .NET format, in the invariant culture.</summary>
    public HtmlBuffer Moment(DateTimeOffset moment, string format)
    {
        moment.TryFormat(Room(64), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Writes it all to a response as UTF-8.</summary>
    public async ValueTask WriteToAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        Encoding.UTF8.GetBytes(Written, body);
        await body.FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Written);

    /// <inheritdoc />
    public override string ToString() => Written.ToString();

    /// <inheritdoc />
    public void Dispose()
    {
        var chars = Interlocked.Exchange(ref _chars, []);
        if (chars.Length == 0)
            return;
        // It held what somebody told us: the next to rent the array must not find it.
        chars.AsSpan(0, _length).Clear();
        _length = 0;
        ArrayPool<char>.Shared.Return(chars);
    }

    private HtmlBuffer Plain(ReadOnlySpan<char> words)
    {
        words.CopyTo(Room(words.Length));
        _length += words.Length;
        return this;
    }

    private Span<char> Room(int needed)
    {
        if (_chars.Length - _length < needed)
            Grow(needed);
        return _chars.AsSpan(_length);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + needed));
        Written.CopyTo(larger);
        _chars.AsSpan(0, _length).Clear();
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
