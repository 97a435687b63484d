using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportBot.Telling;

namespace ReportBot.EndToEnd.Running;

/// <summary>A browser without script and without a screen: it keeps cookies, posts the form that is there and follows where it is led.</summary>
public sealed class PlainBrowser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly ToldWords _told;

    /// <summary>A browser with nothing in it, to visit this service.</summary>
    public PlainBrowser(RunningService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        (_address, _told) = (new Uri(service.Address), service.Told);
        _handler = new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = true };
        _client = new HttpClient(_handler) { BaseAddress = _address, Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>The page shown.</summary>
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>What the person has said, as the page shows it.</summary>
    public IReadOnlyList<string> Own => [.. Page.QuerySelectorAll("#talk > .you > p").Select(said => said.TextContent)];

    /// <summary>What the notice says.</summary>
    public string Notice => Page.QuerySelector("#notice")?.TextContent.Trim() ?? "";

    /// <summary>All the page's words.</summary>
    public string Words => Page.Body?.TextContent ?? "";

    /// <summary>The id of the open question.</summary>
    public string Asked => Page.QuerySelector("#asked input[name=question]")?.GetAttribute("value") ?? "";

    /// <summary>The value of a cookie; null when there is none.</summary>
    public string? Cookie
    {
        get => _cookies.GetCookies(_address)["conversation"]?.Value;
        set => _cookies.Add(_address, new Cookie("conversation", value, "/"));
    }

    /// <summary>Opens a page.</summary>
    public async Task<PlainBrowser> OpenAsync(string address = "/chat")
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return await ShowAsync(response);
    }

    /// <summary>Opens the chat and answers the first question, so that the account is asked for.</summary>
    public async Task<PlainBrowser> BeginAsync() => await (await OpenAsync()).PressAsync("safe");

    /// <summary>Types and sends.</summary>
    public Task<PlainBrowser> SayAsync(string text) => SubmitAsync(text);

    /// <summary>Presses the choice of this value.</summary>
    public Task<PlainBrowser> PressAsync(params string[] choices) => SubmitAsync("", choices);

    /// <summary>Posts the form that is shown.</summary>
    public async Task<PlainBrowser> SubmitAsync(string text, params string[] choices)
    {
        _told.Hear(text);
        using var form = new FormUrlEncodedContent(Fields(text, choices));
        return await PostAsync(form);
    }

    /// <summary>Posts the form that is shown with a file.</summary>
    public async Task<PlainBrowser> SendFileAsync(string name, HttpContent file, string text = "")
    {
        _told.Hear(name);
        _told.Hear(text);
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in Fields(text))
            form.Add(new StringContent(value), key);
        form.Add(file, "file", name);
        return await PostAsync(form);
    }

    /// <summary>Posts anything to an address.</summary>
    public async Task<PlainBrowser> PostAsync(HttpContent content, string address = "/chat")
    {
        using var response = await _client.PostAsync(new Uri(address, UriKind.Relative), content);
        return await ShowAsync(response);
    }

    /// <summary>The fields of the form as a browser would send them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(string text, params string[] choices) =>
    [
        .. Page.QuerySelectorAll("#say input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)),
        .. choices.Select(choice => KeyValuePair.Create("choice", choice)),
        KeyValuePair.Create("text", text.ReplaceLineEndings("\r\n")),
    ];

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<PlainBrowser> ShowAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return this;
    }
}
