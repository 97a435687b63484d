using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>The people involved, on the page of a case.</summary>
public sealed class PeopleOnTheCasePage : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Somebody_is_added_changed_and_taken_out()
    {
        var (full, amira) = await OpenAsync();

        await amira.PressAsync("Add them", ("Person.Role", "Witness"), ("Person.Name", "Jo Quartz"), ("Person.Phone", "07700 900555"));
        var added = (amira.Said, amira.Page.QuerySelector(".involved .one")!.TextContent);
        await amira.PressAsync("Record the change", ("Person.Name", "Jo Quill"), ("Person.Reason", "Spelt wrongly."));
        var changed = (amira.Said, amira.Page.QuerySelector(".involved .one")!.TextContent);
        await amira.PressAsync("Take them out", ("Person.Reason", "Was not there."));

        Assert.Equal("They are among the people involved.", added.Said);
        Assert.Contains("07700 900555", added.TextContent, StringComparison.Ordinal);
        Assert.Equal("The change is recorded.", changed.Said);
        Assert.Contains("Jo Quill", changed.TextContent, StringComparison.Ordinal);
        Assert.Null(amira.Page.QuerySelector(".involved .one"));
        Assert.Contains("Amira Khan took a witness out of the people involved.", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [AuditAction.InvolvedRemoved, AuditAction.InvolvedChanged, AuditAction.InvolvedAdded],
            (await _console.TraceAsync(full.Id)).Where(action => action.ToString().StartsWith("Involved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_tabs_the_second_keeps_what_was_typed_and_is_told()
    {
        var (_, amira) = await OpenAsync();
        await amira.PressAsync("Add them", ("Person.Name", "Jo Quartz"));
        var other = await amira.Copy().OpenAsync(amira.Address.Split('?')[0]);
        await amira.PressAsync("Record the change", ("Person.Name", "Jo Quill"), ("Person.Reason", "x"));

        await other.PressAsync("Record the change", ("Person.Name", "Jo Quail"), ("Person.Reason", "Heard it again."));
        var told = other.Said;
        await other.PressAsync("Record the change");

        Assert.Contains("Amira Khan changed this person", told, StringComparison.Ordinal);
        Assert.Contains("Jo Quail", other.Page.QuerySelector(".involved .one")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_of_somebody_taken_out_meanwhile_is_kept_to_add_them_again()
    {
        var (_, amira) = await OpenAsync();
        await amira.PressAsync("Add them", ("Person.Name", "Jo Quartz"));
        var other = await amira.Copy().OpenAsync(amira.Address.Split('?')[0]);
        await amira.PressAsync("Take them out", ("Person.Reason", "x"));

        await other.PressAsync("Record the change", ("Person.Name", "Jo Quail"), ("Person.Reason", "x"));
        await other.PressAsync("Add them");

        Assert.Contains("Jo Quail", other.Page.QuerySelector(".involved .one")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspect_who_works_for_us_takes_the_case_out_of_a_caseworkers_sight()
    {
        var (full, amira) = await OpenAsync();

        await amira.PressAsync("Add them", ("Person.Role", "Suspect"), ("Person.Name", "Jo Quartz"), ("Person.Work", "Contractor"));

        Assert.StartsWith("/staff?done=added", amira.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await amira.OpenAsync($"/staff/cases/{full.Id:N}")).Status);
        Assert.Equal(Queue.StaffConduct, (await _console.FindAsync(full.Id)).Standing.Queue);
    }

    [Fact]
    public async Task An_auditor_reads_nothing_of_them()
    {
        var (full, amira) = await OpenAsync();
        await amira.PressAsync("Add them", ("Person.Name", "Jo Quartz"), ("Person.Description", "Zeppelin badge"));

        var ada = await (await _console.SignInAsync("Ada Auditor", StaffRole.Auditor)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.Equal(HttpStatusCode.OK, ada.Status);
        foreach (var hidden in new[] { "Quartz", "Zeppelin" })
            Assert.DoesNotContain(hidden, ada.Html, StringComparison.Ordinal);
    }

    private async Task<(Case Full, StaffBrowser Browser)> OpenAsync()
    {
        var full = await _console.CaseAsync(Given.Report());
        return (full, await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{full.Id:N}"));
    }
}
