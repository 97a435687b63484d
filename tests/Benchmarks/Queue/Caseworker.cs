using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Benchmarks.Queue;

/// <summary>A member of staff signed in to the console with both steps, over one connection.</summary>
internal sealed partial class Caseworker : IDisposable
{
    private const string Password = "crab lantern violin";

    private readonly HttpClient _http;
    private string _page = "";

    private Caseworker(IPEndPoint address) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 1 })
    {
        BaseAddress = new Uri($"http://{address}"),
    };

    /// <summary>The page shown.</summary>
    public string Page => _page;

    /// <summary>Makes an account in the folder and signs in at the service that runs on it.</summary>
    public static async Task<Caseworker> SignInAsync(string folder, IPEndPoint address)
    {
        await using var services = Tools.Beside(folder);
        await using var scope = services.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().InviteAsync($"Bench {Guid.NewGuid():N}", StaffRole.Administrator, by: null, CancellationToken.None);
        var worker = new Caseworker(address);
        await worker.OpenAsync($"/staff/set-up/{invited.Token}");
        await worker.PostAsync($"/staff/set-up/{invited.Token}", ("password", Password), ("again", Password));
        var secret = Secret().Match(worker.Page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await worker.PostAsync("/staff/second-step", ("code", Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()))));
        await worker.OpenAsync("/staff");
        return worker;
    }

    /// <summary>Opens a page; answers how long it took, all of it read.</summary>
    public Task<TimeSpan> OpenAsync(string address) => TimeAsync(() => _http.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends a form of the page shown; answers how long it took, the page it leads to read.</summary>
    public Task<TimeSpan> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Token().Match(_page).Groups[1].Value);
        var form = new Dictionary<string, string>(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) { ["__RequestVerificationToken"] = token };
        return TimeAsync(async () =>
        {
            using var content = new FormUrlEncodedContent(form);
            return await _http.PostAsync(new Uri(address, UriKind.Relative), content);
        });
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<TimeSpan> TimeAsync(Func<Task<HttpResponseMessage>> send)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await send();
        _page = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(begun);
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri?.AbsolutePath}: {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"secret\">([^<]+)<")]
    private static partial Regex Secret();
}
