using System.Text;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Staff;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>How alerts reach somebody, as they say themselves.</summary>
public sealed class TheAccountPage : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new()
    {
        Adjust = builder => builder.Configuration.AddInMemoryCollection(
        [
            new("Alerts:Site", "https://reports.example.org"), new("Alerts:Smtp:Host", "127.0.0.1"), new("Alerts:Smtp:Port", "9"), new("Alerts:Smtp:Security", "None"),
            new("Alerts:Smtp:From", "alerts@example.org"),
        ]),
    };

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_address_is_kept_sealed_and_shown_to_nobody_else()
    {
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await amira.OpenAsync("/staff/account");

        await amira.PressAsync("Save", ("email", "zeppelin@example.org"));

        Assert.Equal("How alerts reach you is saved.", amira.Said);
        Assert.Equal("zeppelin@example.org", amira.Page.QuerySelector("#email")!.GetAttribute("value"));
        var folder = _console.Services.GetRequiredService<DataFolder>();
        foreach (var file in Directory.GetFiles(folder.Path, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            Assert.DoesNotContain("zeppelin", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }

        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        foreach (var page in new[] { "/staff/rota", "/staff/people", "/staff/account" })
            Assert.DoesNotContain("zeppelin", (await grace.OpenAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_kept_in_the_box_and_an_empty_box_takes_it_away()
    {
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await amira.OpenAsync("/staff/account");

        await amira.PressAsync("Save", ("email", "nowhere"));
        Assert.StartsWith("Write an e-mail address", amira.Page.QuerySelector("#email-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("nowhere", amira.Page.QuerySelector("#email")!.GetAttribute("value"));
        await amira.PressAsync("Save", ("email", "amira@example.org"));
        await amira.PressAsync("Save", ("email", ""));

        Assert.Equal("", amira.Page.QuerySelector("#email")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Whoever_is_on_the_rota_and_gave_no_address_is_named_to_managers()
    {
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/rota");
        await grace.PressAsync("Put on call", ("Form.Begins", "2026-11-23T09:00"), ("Form.Ends", "2026-11-24T09:00"));

        Assert.Contains("No alert reaches them.", grace.Text, StringComparison.Ordinal);
        await grace.OpenAsync("/staff/account");
        await grace.PressAsync("Save", ("email", "grace@example.org"));
        Assert.DoesNotContain("No alert reaches them.", (await grace.OpenAsync("/staff/rota")).Text, StringComparison.Ordinal);
    }
}
