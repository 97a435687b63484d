using System.Text.Json;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>The worker that shows alerts, in a real browser under the console's own guards. The push is the browser's own, as from its service.</summary>
[Collection(House.Shared)]
public sealed class Notifications(House house)
{
    [Fact]
    public async Task A_push_shows_what_it_says_and_nothing_else()
    {
        await using var visit = await house.AdministratorAsync(options => options.Permissions = ["notifications"]);
        await visit.Page.GotoAsync("/staff/account");
        var browser = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var registered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        browser.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            if (told?.GetProperty("registrations").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } one)
                registered.TrySetResult(one.GetProperty("registrationId").GetString()!);
        };
        await browser.SendAsync("ServiceWorker.enable");

        var scope = await visit.Page.EvaluateAsync<string>("async () => { await navigator.serviceWorker.register('/staff/sw.js', { scope: '/staff' }); return (await navigator.serviceWorker.ready).scope; }");
        await browser.SendAsync("ServiceWorker.deliverPushMessage", new()
        {
            ["origin"] = house.Service.Address.TrimEnd('/'), ["registrationId"] = await registered.Task.WaitAsync(TimeSpan.FromSeconds(20)), ["data"] = """{"text":"ReportBot: something urgent waits in the urgent queue. Sign in."}""",
        });

        Assert.EndsWith("/staff", scope, StringComparison.Ordinal);
        var shown = await visit.Page.WaitForFunctionAsync("async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(one => one.title + '|' + one.body)[0]");
        Assert.Equal("ReportBot: something urgent waits in the urgent queue. Sign in.|", await shown.JsonValueAsync<string>());
    }
}
