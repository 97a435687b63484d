using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Pages;
using ReportBot.Bot.Tests.Storage.Evidence;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>A case that is kept from a member of staff, through every page and address there is.</summary>
public sealed class KeptFromStaff : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_caseworker_who_knows_someone_says_so_and_sees_the_case_no_more()
    {
        var full = await _console.CaseAsync();
        await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        await amira.PressAsync("Take this case");

        await amira.PressAsync("Keep this case from me", ("Wall.Kind", "Neighbour"), ("Wall.Reason", "He lives below me."));

        Assert.StartsWith("/staff?done=walled", amira.Address, StringComparison.Ordinal);
        Assert.Contains("It is done.", amira.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(full.First.Reference.ToString(), amira.Text, StringComparison.Ordinal);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task Every_address_of_the_case_is_as_if_it_were_not_there()
    {
        var full = await _console.CaseAsync();
        await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        var talk = await amira.Copy().OpenAsync($"/staff/cases/{full.Id:N}/talk");
        var (words, note, plan) = (amira.Post("Show exact words"), amira.Post("Write the note", ("Form.Words", "x")), talk.Post("Plan it", ("Plan.At", "2026-11-25T10:00")));
        var evidence = (await amira.Copy().OpenAsync($"/staff/cases/{full.Id:N}/evidence")).Post("Add it to the case", [("door.jpg", Photos.Jpeg.Bytes)], ("way", "Email"));
        await amira.PressAsync("Keep this case from me", ("Wall.Reason", "He lives below me."));
        var history = (await _console.FindAsync(full.Id)).History.Length;
        var trace = (await _console.TraceAsync(full.Id)).Count;

        foreach (var address in new[] { "", "/talk", "/talk?handler=Lines", $"/talk/events?report={full.First.Id:N}", "/files/x", "/evidence" })
            Assert.Equal(HttpStatusCode.NotFound, (await amira.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/staff/cases/{full.Id:N}{address}"))).StatusCode);
        foreach (var request in new[] { words, note, plan, evidence })
            Assert.Equal(HttpStatusCode.NotFound, (await amira.SendAsync(request)).StatusCode);
        await amira.OpenAsync("/staff?show=all");
        Assert.Contains("No case is in this view.", amira.Text, StringComparison.Ordinal);
        foreach (var look in new[] { "Sam", "07700 900123", full.First.Reference.ToString() })
        {
            await amira.OpenAsync("/staff");
            await amira.PressAsync("Find", ("look", look));
            Assert.StartsWith("/staff?handler=Find", amira.Address, StringComparison.Ordinal);
            Assert.DoesNotContain(full.Id.ToString("N"), amira.Html, StringComparison.Ordinal);
        }

        Assert.Equal((history, trace), ((await _console.FindAsync(full.Id)).History.Length, (await _console.TraceAsync(full.Id)).Count));
    }

    [Fact]
    public async Task A_refused_declaration_keeps_what_was_typed_and_shows_the_case_still()
    {
        var full = await _console.CaseAsync();
        await _console.SignInAsync("Omar Haddad", StaffRole.Manager);
        var grace = await (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");

        await grace.PressAsync("Keep this case from me", ("Wall.Kind", "Relation"), ("Wall.Reason", " "));

        Assert.Contains("Nothing was recorded yet.", grace.Said, StringComparison.Ordinal);
        Assert.Equal("Fill this in.", grace.Page.GetElementById("my-conflict-reason-problem")!.TextContent);
        Assert.Equal("Relation", grace.Page.QuerySelector("#my-conflict option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_manager_keeps_a_case_from_a_colleague_and_another_lets_them_see_it_again()
    {
        var full = await _console.CaseAsync();
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        var omar = (await _console.SignInAsync("Omar Haddad", StaffRole.Manager)).Browser;
        var grace = await (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        var id = grace.Page.QuerySelectorAll("#conflict-who option").Single(option => option.TextContent.StartsWith("Amira", StringComparison.Ordinal)).GetAttribute("value")!;

        await grace.PressAsync("Keep it from them", ("Wall.Who", id), ("Wall.Kind", "Suspect"), ("Wall.Reason", "She is named in it."));
        var offered = grace.Page.QuerySelector("#transfer-to")!.TextContent;
        var kept = (await amira.OpenAsync($"/staff/cases/{full.Id:N}")).Status;
        await omar.OpenAsync($"/staff/cases/{full.Id:N}");
        var told = omar.Page.QuerySelector(".history")!.TextContent;
        await omar.PressAsync("Let them see it", ("Wall.Reason", "Another Amira."));

        Assert.Equal("The case is kept from whoever", grace.Said[12..41]);
        Assert.DoesNotContain("Amira", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, kept);
        Assert.Contains("Grace Adeyemi had the case kept from Amira Khan, who has a conflict of interest. It is about them.", told, StringComparison.Ordinal);
        Assert.Equal("They may see the case again.", omar.Said);
        Assert.Equal(HttpStatusCode.OK, (await amira.OpenAsync($"/staff/cases/{full.Id:N}")).Status);
    }

    [Fact]
    public async Task Only_those_who_oversee_are_offered_to_keep_a_case_from_others_or_to_undo_it()
    {
        var full = await _console.CaseAsync();
        var amira = await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{full.Id:N}");

        Assert.Contains("I know someone in this case", amira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep the case from a colleague", amira.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_a_case_is_kept_from_reads_nothing_of_it_on_the_audit_record()
    {
        var full = await _console.CaseAsync();
        await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager);
        var ada = await (await _console.SignInAsync("Ada Stone", StaffRole.Administrator)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        await ada.PressAsync("Keep this case from me", ("Wall.Reason", "My sister."));

        await ada.OpenAsync("/staff/audit");
        var all = ada.Html;
        await ada.OpenAsync($"/staff/audit?reference={full.First.Reference}");

        Assert.DoesNotContain(full.Id.ToString("N")[..8], all, StringComparison.Ordinal);
        Assert.Contains("There is no case with that reference.", ada.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_reads_cases_or_the_audit_record_past_the_walls()
    {
        var past = new[] { typeof(ICaseStore), typeof(IAuditLog) };

        var pages = typeof(CaseModel).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)))
            .Where(page => page.GetConstructors(BindingFlags.Public | BindingFlags.Instance).SelectMany(one => one.GetParameters()).Any(parameter => past.Contains(parameter.ParameterType)));

        Assert.Empty(pages);
    }
}
