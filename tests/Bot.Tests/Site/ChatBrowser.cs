using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ReportBot.Bot.Tests.Site;

/// <summary>A browser on the chat page: it keeps the cookie, fills the form that is there, and follows where it is led.</summary>
public sealed class ChatBrowser(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The value of the cookie; null when there is none.</summary>
    public string? Cookie { get; set; }

    /// <summary>The page shown.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Each message of the list, in order, its text without the time.</summary>
    public IReadOnlyList<string> Said => [.. Page.QuerySelectorAll("#talk > li").Select(TextOf)];

    /// <summary>What the notice says.</summary>
    public string Notice => Page.QuerySelector("#notice")?.TextContent.Trim() ?? "";

    /// <summary>What stands in the text box.</summary>
    public string Box => ((IHtmlTextAreaElement)Page.GetElementById("words")!).Value;

    public async Task<ChatBrowser> OpenAsync(string address = "/chat")
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        await ShowAsync(response);
        return this;
    }

    /// <summary>Types and presses Send.</summary>
    public Task<ChatBrowser> SayAsync(string text) => SubmitAsync(text);

    /// <summary>Presses the button with these words.</summary>
    public Task<ChatBrowser> PressAsync(string label) => SubmitAsync("", ValueOf(label));

    /// <summary>Sends what was told as a report, every open question skipped.</summary>
    public async Task<ChatBrowser> FinishAsync()
    {
        await SubmitAsync("", "!change");
        for (var steps = 0; Page.QuerySelector("button[value=send]") is null && steps < 20; steps++)
            await SubmitAsync("", Page.QuerySelector("button[value='everything']") is null ? "!skip" : "everything");
        return await PressAsync("Send my report");
    }

    /// <summary>Posts the form, without script, and follows the redirect.</summary>
    public async Task<ChatBrowser> SubmitAsync(string text, params string[] choices)
    {
        using var response = await PostAsync(Fields(text, choices));
        await FollowAsync(response);
        return this;
    }

    /// <summary>Shows what a response is or leads to.</summary>
    public async Task FollowAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.SeeOther)
            await OpenAsync(response.Headers.Location!.ToString());
        else
            await ShowAsync(response);
    }

    /// <summary>The form's fields as the browser would send them.</summary>
    public List<KeyValuePair<string, string>> Fields(string text, params string[] choices)
    {
        var fields = Page.QuerySelectorAll("#say input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();
        fields.AddRange(choices.Select(choice => KeyValuePair.Create("choice", choice)));
        fields.Add(KeyValuePair.Create("text", text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        return fields;
    }

    /// <summary>Posts fields to the conversation as they are, as a form or as htmx does.</summary>
    public Task<HttpResponseMessage> PostAsync(IEnumerable<KeyValuePair<string, string>> fields, bool script = false) =>
        PostAsync("/chat", new FormUrlEncodedContent(fields), script);

    public async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, bool script = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (script)
            request.Headers.Add("HX-Request", "true");
        return await SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookie is not null)
            request.Headers.Add("Cookie", "conversation=" + Cookie);
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies.Where(cookie => cookie.StartsWith("conversation=", StringComparison.Ordinal)))
                Cookie = cookie["conversation=".Length..cookie.IndexOf(';', StringComparison.Ordinal)] is { Length: > 0 } value ? value : null;
        return response;
    }

    /// <summary>What a script would put into the list.</summary>
    public static async Task<IHtmlDocument> PartAsync(HttpResponseMessage response) =>
        Parser.ParseDocument(await response.Content.ReadAsStringAsync());

    public static string TextOf(IElement message) =>
        string.Join('\n', message.Children.Where(part => part.LocalName != "time" && part.ClassName != "away").Select(part => part.TextContent));

    private string ValueOf(string label) =>
        Page.QuerySelectorAll("button[name=choice]").Single(button => button.TextContent.StartsWith(label, StringComparison.Ordinal)).GetAttribute("value")!;

    private async Task ShowAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
