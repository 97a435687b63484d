using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Staff;

namespace ReportBot.Bot.Tests.Alerts;

public sealed class TheRotaPage : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Somebody_is_put_on_call_changed_and_removed_and_the_gaps_follow()
    {
        await _console.SignInAsync("Amira Khan");
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/rota");
        Assert.Contains("No alert goes out: no way is turned on in the settings.", grace.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alerts go to the managers", grace.Text, StringComparison.Ordinal);
        var who = grace.Page.QuerySelectorAll("#who option").Single(option => option.TextContent == "Amira Khan").GetAttribute("value")!;

        await grace.PressAsync("Put on call", ("Form.Who", who), ("Form.Begins", "2026-11-23T09:00"), ("Form.Ends", "2026-11-24T09:00"), ("Form.Repeat", "EveryDay"), ("Form.Times", "3"));

        Assert.Equal("The rota is changed. They are on call then.", grace.Said);
        Assert.Contains("Amira Khan is on call, then the managers.", grace.Text, StringComparison.Ordinal);
        Assert.Equal(3, grace.Page.QuerySelectorAll("#shifts li").Length);
        Assert.StartsWith("From Thu 26 Nov 2026, 09:00", grace.Page.QuerySelector("#gaps li p")!.TextContent, StringComparison.Ordinal);
        await grace.OpenAsync(grace.Page.QuerySelectorAll("#shifts li a")[2].GetAttribute("href")!);
        await grace.PressAsync("Save the shift", ("Form.Ends", "2026-11-26T17:00"));
        Assert.Equal("The shift is changed.", grace.Said);
        Assert.StartsWith("From Thu 26 Nov 2026, 17:00", grace.Page.QuerySelector("#gaps li p")!.TextContent, StringComparison.Ordinal);
        await grace.PressAsync("Remove Amira Khan, Wed 25 Nov 2026, 09:00");
        Assert.Equal("The shift is off the rota.", grace.Said);
        Assert.Equal(2, grace.Page.QuerySelectorAll("#shifts li").Length);
    }

    [Fact]
    public async Task Of_two_tabs_the_loser_is_told_and_keeps_what_they_typed()
    {
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/rota");
        await grace.PressAsync("Put on call", ("Form.Begins", "2026-11-23T09:00"), ("Form.Ends", "2026-11-24T09:00"));
        await grace.OpenAsync(grace.Page.QuerySelector("#shifts li a")!.GetAttribute("href")!);
        var other = await grace.Copy().OpenAsync(grace.Address);
        await grace.PressAsync("Save the shift", ("Form.Ends", "2026-11-24T10:00"));

        await other.PressAsync("Save the shift", ("Form.Ends", "2026-11-24T11:11"));

        Assert.StartsWith("Somebody has changed this shift meanwhile. Nothing was changed.", other.Said, StringComparison.Ordinal);
        Assert.Equal("2026-11-24T11:11", other.Page.QuerySelector("#ends")!.GetAttribute("value"));
        Assert.Contains("It is now: Grace Adeyemi, Mon 23 Nov 2026, 09:00 to Tue 24 Nov 2026, 10:00.", other.Text, StringComparison.Ordinal);
        await other.PressAsync("Save the shift");
        Assert.Equal("The shift is changed.", other.Said);
    }

    [Theory]
    [InlineData("2026-11-23T12:00", "2026-11-23T11:00", "This must come after the beginning, and within a year.")]
    [InlineData("2026-11-22T12:00", "2026-11-22T13:00", "This time has passed.")]
    [InlineData("2026-11-23T12:00", "", "Fill this in.")]
    public async Task A_shift_that_cannot_be_so_says_which_field(string begins, string ends, string problem)
    {
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/rota");

        await grace.PressAsync("Put on call", ("Form.Begins", begins), ("Form.Ends", ends));

        Assert.Equal(problem, grace.Page.QuerySelector("#ends-problem")!.TextContent);
        Assert.Equal(begins, grace.Page.QuerySelector("#begins")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_has_the_console_open_counts_and_whoever_only_looks_at_the_site_does_not()
    {
        var presence = _console.Services.GetRequiredService<ConsolePresence>();
        await _console.Client().GetAsync("/staff/sign-in");
        Assert.False(presence.IsOpen(actor => actor.MaySee(Knowledge.Reporting.Queue.Urgent)));

        await _console.SignInAsync("Amira Khan");

        Assert.True(presence.IsOpen(actor => actor.MaySee(Knowledge.Reporting.Queue.Urgent)));
        Assert.False(presence.IsOpen(actor => actor.MaySee(Knowledge.Reporting.Queue.StaffConduct)));
        _console.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.False(presence.IsOpen(actor => actor.MaySee(Knowledge.Reporting.Queue.Urgent)));
    }
}
