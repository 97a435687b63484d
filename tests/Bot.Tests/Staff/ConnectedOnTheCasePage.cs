using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>Connected cases, on the page of a case. Every case a test makes has the same phone number.</summary>
public sealed class ConnectedOnTheCasePage : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_earlier_case_is_shown_with_why_and_confirmed_for_both()
    {
        var earlier = await _console.CaseAsync(Given.Report());
        _console.Clock.Now = _console.Clock.Now.AddHours(1);
        var later = await _console.CaseAsync(Given.Report(risk: RiskBand.High));
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{later.Id:N}");
        var shown = amira.Page.QuerySelector(".connected")!.TextContent;

        await amira.PressAsync("They are connected");
        var said = amira.Said;
        await amira.OpenAsync($"/staff/cases/{earlier.Id:N}");

        foreach (var words in new[] { earlier.First.Reference.ToString(), "Before this one", "Same phone number, affected in both", "The later case has the higher risk", "The same person or home is affected in 1 other case." })
            Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.Contains("It stands in both histories that the cases are connected.", said, StringComparison.Ordinal);
        Assert.Contains("Connected, says Amira Khan", amira.Text, StringComparison.Ordinal);
        Assert.Contains("After this one", amira.Text, StringComparison.Ordinal);
        Assert.Contains("Amira Khan confirmed that another case is connected. Same phone number, affected in both.", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissed_one_no_longer_counts_and_says_who_dismissed_it()
    {
        await _console.CaseAsync(Given.Report());
        var later = await _console.CaseAsync(Given.Report());
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{later.Id:N}");

        await amira.PressAsync("They are not connected");

        Assert.Contains("Not connected, says Amira Khan", amira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("in 1 other case", amira.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_teams_case_is_told_by_one_sentence_and_nothing_of_it()
    {
        var hidden = await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        var mine = await _console.CaseAsync(Given.Report());
        await _console.Commands.JudgeConnectionAsync(
            new CaseCommand(Guid.NewGuid(), mine.Id, Given.Manager(Given.Ben)), hidden.Id, isConnected: true, default);

        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{mine.Id:N}");

        Assert.Contains("Another team has a case with something in common with this one. Ask a manager.", amira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("confirmed that another case", amira.Text, StringComparison.Ordinal);
        foreach (var of in new[] { hidden.Id.ToString("N"), hidden.First.Reference.ToString() })
            Assert.DoesNotContain(of, amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_case_kept_from_somebody_the_page_of_a_connected_one_says_nothing()
    {
        var (kept, mine) = (await _console.CaseAsync(Given.Report()), await _console.CaseAsync(Given.Report()));
        await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{mine.Id:N}");
        await amira.PressAsync("They are connected");
        await amira.OpenAsync($"/staff/cases/{kept.Id:N}");
        await amira.PressAsync("Keep this case from me", ("Wall.Reason", "My neighbour."));

        await amira.OpenAsync($"/staff/cases/{mine.Id:N}");

        Assert.Null(amira.Page.QuerySelector(".connected"));
        Assert.DoesNotContain("another case", amira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Id.ToString("N"), amira.Html, StringComparison.Ordinal);
    }
}
