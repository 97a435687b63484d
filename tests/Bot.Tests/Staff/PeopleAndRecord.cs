using System.Net;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Tests.Staff;

public sealed class PeopleAndRecord : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_absence_moves_cases_when_it_begins_and_ends_when_they_are_back()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.PressAsync("Take it");
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/people");
        var who = grace.Page.QuerySelectorAll("#who option").Single(option => option.TextContent == "Amira Khan").GetAttribute("value")!;

        await grace.PressAsync("Record the absence", ("Away.Who", who), ("Away.Begins", ""), ("Away.Ends", "2026-11-30T09:00"), ("Away.Deputy", ""));
        await _console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);

        Assert.Equal("The absence is recorded. Their cases move when it begins.", grace.Said);
        Assert.Contains("Away until 09:00 on Mon 30 Nov", grace.Text, StringComparison.Ordinal);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
        await grace.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.DoesNotContain("Amira Khan", grace.Page.GetElementById("transfer-to")!.TextContent, StringComparison.Ordinal);
        await grace.OpenAsync("/staff/people");
        await grace.PressAsync("They are back");
        Assert.DoesNotContain("Away until", grace.Text, StringComparison.Ordinal);
        Assert.Equal([AuditAction.AbsenceEnded, AuditAction.AbsenceRecorded], (await _console.TraceAsync(Guid.Parse(who))).Take(2));
    }

    [Theory]
    [InlineData("", "Fill this in.")]
    [InlineData("2026-11-20T09:00", "This must come after the beginning, and within a year.")]
    [InlineData("2029-11-20T09:00", "This must come after the beginning, and within a year.")]
    public async Task An_absence_that_cannot_be_so_says_which_field(string ends, string problem)
    {
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync("/staff/people");

        await grace.PressAsync("Record the absence", ("Away.Ends", ends));

        Assert.Equal(problem, grace.Page.QuerySelector("#ends-problem")!.TextContent);
    }

    [Fact]
    public async Task An_administrator_signs_somebody_out_everywhere()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        await ada.OpenAsync("/staff/people");

        await ada.PressAsync("Sign out everywhere Amira Khan");
        await amira.Browser.OpenAsync("/staff");

        Assert.Equal("They are signed out everywhere.", ada.Said);
        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_makes_a_set_up_link_that_works_and_is_shown_once()
    {
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        await ada.OpenAsync("/staff/people");

        await ada.PressAsync("Make the link", ("name", "Noor Ali"), ("role", "Safeguarding"));
        var link = new Uri(ada.Page.QuerySelector("#link")!.TextContent).PathAndQuery;
        await ada.OpenAsync("/staff/people");

        Assert.Null(ada.Page.QuerySelector("#link"));
        var noor = await _console.Browser().OpenAsync(link);
        Assert.Contains("You are Noor Ali", noor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_says_who_saw_and_did_what_and_that_it_was_read()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.PressAsync("Take it");
        var ada = (await _console.SignInAsync("Ada Auditor", StaffRole.Auditor)).Browser;

        await ada.OpenAsync($"/staff/audit?reference={full.First.Reference}");
        var lines = ada.Page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[2].TextContent}: {row.Children[3].TextContent}").ToList();

        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Equal(["Ada Auditor: Audit viewed", "Amira Khan: Case viewed", "Amira Khan: Case claimed", "Nobody on staff: Report received"], lines);
        Assert.Null(ada.Page.QuerySelector("main form[method=post]"));
    }
}
