using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;

namespace ReportBot.EndToEnd.Running;

/// <summary>
/// One browser context. When it ends it fails the test if anything it loaded broke a rule that holds everywhere: nothing is asked of
/// another origin, nothing breaks the content security policy, no script throws.
/// </summary>
public sealed partial class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly RunningService _service;
    private readonly ConcurrentQueue<string> _wrongs = new();

    private Visit(IBrowserContext context, RunningService service, IPage page)
    {
        (_context, _service, Page) = (context, service, page);
        context.Request += (_, request) => Check(request);
        context.Console += (_, message) => Check(message);
        context.WebError += (_, error) => _wrongs.Enqueue($"script error: {error.Error}");
    }

    /// <summary>The first page.</summary>
    public IPage Page { get; }

    /// <summary>The conversation on the first page.</summary>
    public ChatPage Chat => new(Page);

    /// <summary>True when Exit is pressed in this visit, which leads elsewhere.</summary>
    public bool Leaves { get; set; }

    /// <summary>Another site this visit is led to; null when there is none.</summary>
    public Uri? Elsewhere { get; set; }

    /// <summary>Begins one.</summary>
    public static async Task<Visit> BeginAsync(IBrowserContext context, RunningService service)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return new Visit(context, service, await context.NewPageAsync());
    }

    /// <summary>Another tab of the same browser.</summary>
    public Task<IPage> AnotherTabAsync() => _context.NewPageAsync();

    /// <summary>The cookies the browser holds.</summary>
    public async Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => await _context.CookiesAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_wrongs);
    }

    private void Check(IRequest request)
    {
        var url = request.Url;
        Listen(request);
        var isOurs = url.StartsWith(_service.Address + "/", StringComparison.Ordinal)
            || (Leaves && url.StartsWith(new Uri(_service.Elsewhere).GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            || (Elsewhere is not null && url.StartsWith(Elsewhere.ToString(), StringComparison.Ordinal))
            || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("about:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);
        if (!isOurs)
            _wrongs.Enqueue($"left the origin: {url}");
    }

    // What anyone types into any form, on the pages and in the console.
    private void Listen(IRequest request)
    {
        if (request.Method != "POST" || request.PostDataBuffer is not { } body)
            return;
        if (request.Headers.GetValueOrDefault("content-type")?.StartsWith("multipart/", StringComparison.Ordinal) != true)
            _service.Told.HearForm(Encoding.UTF8.GetString(body));
        else
            foreach (var part in Part().Matches(Encoding.UTF8.GetString(body)).Cast<Match>())
                if (part.Groups["file"] is { Success: true, Value: var file })
                    _service.Told.Hear(file);
                else
                    _service.Told.HearField(part.Groups["name"].Value, part.Groups["value"].Value);
    }

    [GeneratedRegex("""name="(?<name>[^"]*)"(?:; filename="(?<file>[^"]*)")?[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n(?<value>[^\r]*)""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Part();

    private void Check(IConsoleMessage message)
    {
        if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            _wrongs.Enqueue($"against the content security policy: {message.Text}");
    }
}
