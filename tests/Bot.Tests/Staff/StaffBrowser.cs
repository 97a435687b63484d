using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>A browser without script on the console: it keeps cookies, fills the forms that are there, and follows where it is led.</summary>
public sealed class StaffBrowser(HttpClient client)
{
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = [];

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>The page as it came.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The page as it came but for its random tokens, in which any three letters come up one day.</summary>
    public string HtmlWithoutTokens => Page.QuerySelectorAll("input[name=__RequestVerificationToken]").Select(token => token.GetAttribute("value")!).Aggregate(Html, (html, token) => html.Replace(token, "", StringComparison.Ordinal));

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page shown.</summary>
    public string Address { get; private set; } = "/";

    public HttpResponseMessage Answer { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>The page's words, each run of white space one space.</summary>
    public string Text => Regex.Replace(Page.Body?.TextContent ?? "", @"\s+", " ").Trim();

    /// <summary>What the page says went wrong, or was done.</summary>
    public string Said => Regex.Replace(string.Join(' ', Page.QuerySelectorAll("[role=alert], [role=status]").Select(one => one.TextContent)), @"\s+", " ").Trim();

    public StaffBrowser Copy()
    {
        var copy = new StaffBrowser(client);
        foreach (var (name, value) in _cookies)
            copy._cookies[name] = value;
        return copy;
    }

    public async Task<StaffBrowser> OpenAsync(string address)
    {
        await ShowAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, address)));
        return this;
    }

    /// <summary>Fills and sends the form that has this button.</summary>
    public async Task<StaffBrowser> PressAsync(string button, params (string Name, string Value)[] filled)
    {
        await ShowAsync(await SendAsync(Post(button, filled)));
        return this;
    }

    /// <summary>Fills and sends the form that has this button, with files chosen.</summary>
    public async Task<StaffBrowser> AttachAsync(string button, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] filled)
    {
        await ShowAsync(await SendAsync(Post(button, files, filled)));
        return this;
    }

    /// <summary>The request that pressing a button sends.</summary>
    public HttpRequestMessage Post(string button, params (string Name, string Value)[] filled) => Post(button, [], filled);

    /// <summary>The request that pressing a button sends when files are chosen.</summary>
    public HttpRequestMessage Post(string button, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] filled)
    {
        var pressed = Page.QuerySelectorAll("form button").FirstOrDefault(one => one.TextContent.Trim().StartsWith(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button \"{button}\" on {Address}: {Text}");
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Where(IsSent).Select(field => KeyValuePair.Create(field.GetAttribute("name")!, ValueOf(field))).ToList();
        foreach (var name in filled.Select(one => one.Name).Distinct())
            fields.RemoveAll(field => field.Key == name);
        fields.AddRange(filled.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        if (pressed.GetAttribute("name") is { } own)
            fields.Add(KeyValuePair.Create(own, pressed.GetAttribute("value") ?? ""));
        return new HttpRequestMessage(HttpMethod.Post, AddressOf(pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address))
        {
            Content = form.GetAttribute("enctype") is "multipart/form-data" ? Parts(fields, files) : new FormUrlEncodedContent(fields),
        };
    }

    private string AddressOf(string action) => action.StartsWith('?') ? Address.Split('?')[0] + action : action;

    // As a browser does, the fields in the order of the page, and the files where their box stands: after the fields in every form there is.
    private static MultipartFormDataContent Parts(IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files.DefaultIfEmpty(("", [])))
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse($"form-data; name=\"file\"; filename=\"{name}\"");
            parts.Add(part);
        }

        return parts;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie);
        return response;
    }

    /// <summary>Shows what a response is or leads to.</summary>
    public async Task ShowAsync(HttpResponseMessage response)
    {
        while (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
        {
            var to = response.Headers.Location!;
            response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()));
        }

        (Answer, Status) = (response, response.StatusCode);
        Address = response.RequestMessage!.RequestUri!.PathAndQuery;
        Html = await response.Content.ReadAsStringAsync();
        Page = Parser.ParseDocument(Html);
    }

    // As a browser does, what is not ticked is not sent.
    private static bool IsSent(IElement field) => field.GetAttribute("type") is not "file" && field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked");

    // As a browser does, the first option stands where none is marked.
    private static string ValueOf(IHtmlSelectElement select)
    {
        var chosen = select.SelectedOptions.Length > 0 ? select.SelectedOptions[0] : select.Options[0];
        return chosen.GetAttribute("value") ?? chosen.TextContent;
    }

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement { Options.Length: > 0 } select => ValueOf(select),
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    private void Keep(string cookie)
    {
        var (name, rest) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var value = rest.Split(';')[0];
        if (value.Length == 0)
            _cookies.Remove(name);
        else
            _cookies[name] = value;
    }
}
