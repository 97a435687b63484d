using System.Net;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>Browser notifications, from the account page to a push service on this machine that reads them as the browser would.</summary>
public sealed class ThePush : IAsyncLifetime, IDisposable
{
    private readonly PushServiceDouble _service = new();
    private readonly ConsoleUnderTest _console = new()
    {
        Adjust = builder => builder.Configuration.AddInMemoryCollection(
            [new("Alerts:Site", "https://reports.example.org"), new("Alerts:Push:Contact", "mailto:alerts@example.org"), new("Alerts:Push:Services:0", "127.0.0.1")]),
    };

    public async Task InitializeAsync()
    {
        await _service.InitializeAsync();
        await _console.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _console.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose()
    {
        _console.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_browser_turned_on_on_the_account_page_gets_an_alert_only_it_can_read()
    {
        var (browser, member) = await TurnedOnAsync();
        Assert.Contains("One browser shows alerts.", browser.Text, StringComparison.Ordinal);

        Assert.Equal(WayResult.Sent, await Way.SendAsync(Message(), member, default));

        var read = Assert.Single(_service.Read);
        Assert.Equal("ReportBot: something urgent waits in the urgent queue. Sign in.", (string?)read["text"]);
        Assert.Equal(["at", "id", "link", "text", "to"], read.AsObject().Select(part => part.Key).Order());
        var seen = Assert.Single(_service.Seen);
        foreach (var hidden in new[] { "ReportBot", "urgent queue", "Amira", member.Id.ToString("N") })
            Assert.DoesNotContain(hidden, seen, StringComparison.Ordinal);
        Assert.Equal(("aes128gcm", "high", "3600"), (_service.Headers.ContentEncoding.ToString(), _service.Headers["Urgency"].ToString(), _service.Headers["TTL"].ToString()));
        var (claims, key) = Assert.Single(_service.Senders);
        // The port is left out: push services stand on the usual one.
        Assert.Equal((new Uri(_service.Origin).GetComponents(UriComponents.Scheme | UriComponents.Host, UriFormat.UriEscaped), "mailto:alerts@example.org"), ((string?)claims["aud"], (string?)claims["sub"]));
        Assert.Equal(browser.Page.QuerySelector("#push")!.GetAttribute("data-key"), key);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_browser_that_is_gone_is_forgotten(HttpStatusCode status)
    {
        var (browser, member) = await TurnedOnAsync();
        _service.Status = (int)status;

        Assert.Equal(WayResult.Nowhere, await Way.SendAsync(Message(), member, default));

        Assert.Contains("No browser shows alerts.", (await browser.OpenAsync("/staff/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_is_a_failure_and_the_browser_stays()
    {
        var (browser, member) = await TurnedOnAsync();
        _service.Status = 503;

        Assert.Equal(WayResult.Refused("push-503"), await Way.SendAsync(Message(), member, default));

        Assert.Contains("One browser shows alerts.", (await browser.OpenAsync("/staff/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_off_no_browser_is_kept()
    {
        var (browser, _) = await TurnedOnAsync();

        await browser.PressAsync("Show alerts in no browser");

        Assert.Contains("No browser shows alerts.", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1.example.org/push/1")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("push")]
    [InlineData("")]
    public async Task An_address_that_is_no_push_service_is_refused(string endpoint)
    {
        var browser = await AccountAsync();

        await browser.PressAsync("Show alerts in this browser", ("endpoint", endpoint), ("key", _service.Address.Key), ("secret", _service.Address.Secret));

        Assert.StartsWith("Not turned on", browser.Said, StringComparison.Ordinal);
        Assert.Contains("No browser shows alerts.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_none_are_refused()
    {
        var browser = await AccountAsync();

        await browser.PressAsync("Show alerts in this browser", ("endpoint", _service.Address.Endpoint), ("key", "AAAA"), ("secret", _service.Address.Secret));

        Assert.StartsWith("Not turned on", browser.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_is_served_for_the_console_alone()
    {
        var answer = await _console.Client().GetAsync("/staff/sw.js");

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/staff", answer.Headers.GetValues("Service-Worker-Allowed").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_keeps_its_key_and_keeps_it_sealed()
    {
        using var folder = new TestFolder();
        var codec = new TestCodec();

        var (first, second) = (await KeyAsync(folder, codec), await KeyAsync(folder, codec));

        Assert.Equal(first, second);
        foreach (var file in Directory.GetFiles(folder.Data.Path, "alerts.db*"))
            Assert.DoesNotContain(first.Private, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
    }

    private static async Task<VapidKey> KeyAsync(TestFolder folder, TestCodec codec)
    {
        await using var store = AlertStore.Open(folder.Data, codec);
        return store.PushKey;
    }

    private IAlertWay Way => Assert.Single(_console.Services.GetRequiredService<AlertWays>().All);

    private async Task<StaffBrowser> AccountAsync() => await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync("/staff/account");

    private async Task<(StaffBrowser Browser, StaffMember Member)> TurnedOnAsync()
    {
        var browser = await AccountAsync();
        var address = _service.Address;
        await browser.PressAsync("Show alerts in this browser", ("endpoint", address.Endpoint), ("key", address.Key), ("secret", address.Secret));
        var colleague = (await _console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default)).Single(one => one.Actor.Who.Name == "Amira Khan");
        return (browser, (await _console.Services.GetRequiredService<AlertPeople>().FindAsync(colleague.Actor.Who.Id, default))!);
    }

    private static AlertMessage Message() => AlertMessage.Of(
        new AlertSend(Guid.NewGuid(), Guid.NewGuid(), AlertWayKind.Push, AlertStep.OnCall, null, Given.Sent, 0, Given.Sent, null, null), Queue.Urgent, new Uri("https://reports.example.org"));
}
