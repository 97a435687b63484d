namespace ReportBot.Bot.Tests.Staff;

/// <summary>A queue's stream of events, as an open page listens to it.</summary>
public sealed class Listening : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private Listening(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    public static async Task<Listening> AsAsync(ConsoleUnderTest console, StaffBrowser browser)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/staff/events");
        request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await console.Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Listening(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The name of the next event.</summary>
    public async Task<string> NextAsync()
    {
        while (await _lines.ReadLineAsync() is { } line)
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                return line[7..];
        return "";
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
