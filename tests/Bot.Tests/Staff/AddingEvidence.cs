using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Uploads;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Storage.Evidence;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>Staff add files that reached them to a case, in a browser without script.</summary>
public sealed class AddingEvidence : IAsyncLifetime, IDisposable
{
    private const string Add = "Add it to the case";

    private static readonly (string, byte[]) Photo = ("door.jpg", Photos.Jpeg.Bytes);
    private static readonly (string, byte[]) Letter = ("letter.pdf", "%PDF-1.4\n%%EOF"u8.ToArray());
    private static readonly (string, byte[]) Program = ("setup.exe", "MZ\u0090\0 not a photo"u8.ToArray());

    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task What_came_by_email_is_in_the_case_with_who_how_and_when()
    {
        var (full, amira) = await OpenAsync();
        var arrived = _console.Clock.Now.AddHours(-3);

        await amira.AttachAsync(Add, [Photo, Letter], ("way", "Email"), ("at", StaffTime.Box(arrived)), ("from", "Her sister"), ("note", "The door on Tuesday."));

        Assert.Contains("The files are in the case.", amira.Said, StringComparison.Ordinal);
        Assert.Contains($"Added by Amira Khan of our staff. It reached us {StaffTime.Full(arrived)}: e-mail, from Her sister.", amira.Page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Amira Khan added 2 files. They reached us", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The door on Tuesday.", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        var line = (await _console.Services.GetRequiredService<IAuditLog>().ReadAsync(full.Id, 10, default)).Single(entry => entry.Action is AuditAction.EvidenceAdded);
        Assert.StartsWith("Email 2026-", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_shown_as_a_copy_and_saved_as_it_came()
    {
        var (full, amira) = await OpenAsync();
        await amira.AttachAsync(Add, [Photo], ("way", "Letter"));
        var file = (await EvidenceOfAsync(full))[0].Files[0];

        var copy = await amira.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/staff/cases/{full.Id:N}/files/{file.Id}"));
        var original = await amira.Copy().SendAsync(amira.Post("Save the original"));

        Assert.Equal(("image/jpeg", HttpStatusCode.OK), (copy.Content.Headers.ContentType?.MediaType, copy.StatusCode));
        Assert.Equal(Photos.Jpeg.Bytes, await original.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_way_and_a_file_that_are_both_missing_are_both_named()
    {
        var (full, amira) = await OpenAsync();

        await amira.AttachAsync(Add, [], ("way", ""));

        Assert.Equal("Fill this in.", amira.Page.QuerySelector("#way-problem")!.TextContent);
        Assert.Contains("Choose at least one file.", amira.Text, StringComparison.Ordinal);
        Assert.Empty(await EvidenceOfAsync(full));
    }

    [Fact]
    public async Task A_file_added_by_mistake_is_taken_out_for_a_named_reason_and_kept_for_who_oversees()
    {
        var (full, amira) = await OpenAsync();
        await amira.AttachAsync(Add, [Photo], ("way", "Letter"));
        var added = Assert.Single(await EvidenceOfAsync(full));
        var address = $"/staff/cases/{full.Id:N}/files/{added.Files[0].Id}";

        await amira.PressAsync("Take it out", ("Out.Note", "Another neighbour."));
        Assert.Equal("Fill this in.", amira.Page.QuerySelector($"#out-why-{added.Files[0].Id}-problem")!.TextContent);
        Assert.Equal("Another neighbour.", amira.Page.QuerySelector($"#out-note-{added.Files[0].Id}")!.GetAttribute("value"));
        await amira.PressAsync("Take it out", ("Out.Why", nameof(TakenOutReason.OtherCase)));

        Assert.Contains("The file is taken out.", amira.Said, StringComparison.Ordinal);
        Assert.Null(amira.Page.QuerySelector(".files"));
        Assert.Contains($"Amira Khan took a file out that staff had added {StaffTime.Full(added.At)}: it belongs to another case.", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Another neighbour.", amira.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await amira.Copy().SendAsync(new HttpRequestMessage(HttpMethod.Get, address))).StatusCode);
        Assert.Single(await _console.Services.GetRequiredService<EvidenceStore>().ListAsync(AddedFiles.ThreadOf(full.Id, added.Command), default));
        var line = (await _console.Services.GetRequiredService<IAuditLog>().ReadAsync(full.Id, 10, default)).Single(entry => entry.Action is AuditAction.EvidenceTakenOut);
        Assert.Equal($"{added.Files[0].Id} OtherCase", line.Detail);
        var ben = await (await _console.SignInAsync("Ben Okafor", StaffRole.Manager)).Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.Contains("Amira Khan took it out of the case", ben.Page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ben.Copy().SendAsync(new HttpRequestMessage(HttpMethod.Get, address))).StatusCode);
    }

    [Fact]
    public async Task What_a_person_sent_is_never_taken_out_and_nothing_is_taken_out_twice()
    {
        var sent = new ReportBot.Knowledge.Reporting.EvidenceFile("f-sent", "image/jpeg", "door.jpg", Given.Sent);
        var report = Given.Report();
        var full = await _console.CaseAsync(report with { Told = report.Told with { Files = [sent] } });
        CaseCommand Command() => new(Guid.NewGuid(), full.Id, Given.Caseworker(Given.Amira));
        var evidence = new NewEvidence(ReportBot.Knowledge.Reporting.ArrivalWay.Email, _console.Clock.Now, null, null, [sent with { Id = "f-added" }]);
        Assert.IsType<CaseDone>(await _console.Commands.AddEvidenceAsync(Command(), evidence, default));

        var theirs = await _console.Commands.TakeEvidenceOutAsync(Command(), new EvidenceOut("f-sent", TakenOutReason.WrongFile, null), default);
        var ours = await _console.Commands.TakeEvidenceOutAsync(Command(), new EvidenceOut("f-added", TakenOutReason.WrongFile, null), default);
        var again = await _console.Commands.TakeEvidenceOutAsync(Command(), new EvidenceOut("f-added", TakenOutReason.Twice, null), default);

        Assert.IsType<EvidenceNotThere>(theirs);
        Assert.IsType<CaseDone>(ours);
        Assert.IsType<EvidenceNotThere>(again);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_the_rest_is_in_the_case()
    {
        var (full, amira) = await OpenAsync();

        await amira.AttachAsync(Add, [Program, Photo], ("way", "Email"), ("from", "Her sister"));

        Assert.Contains("setup.exe is no photo, video, sound or PDF", amira.Said, StringComparison.Ordinal);
        Assert.Contains("One file is in the case.", amira.Said, StringComparison.Ordinal);
        Assert.Equal("Her sister", amira.Page.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal("door.jpg", Assert.Single(Assert.Single(await EvidenceOfAsync(full)).Files).Name);
    }

    [Fact]
    public async Task What_is_not_in_order_is_kept_in_the_form_until_it_is()
    {
        var (full, amira) = await OpenAsync();

        await amira.AttachAsync(Add, [Photo], ("way", ""), ("note", "The door."));
        var before = await EvidenceOfAsync(full);
        await amira.AttachAsync(Add, [Letter], ("way", "Email"));

        Assert.Empty(before);
        Assert.Equal(["door.jpg", "letter.pdf"], Assert.Single(await EvidenceOfAsync(full)).Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal("The door.", (await EvidenceOfAsync(full))[0].Note);
    }

    [Fact]
    public async Task A_file_chosen_by_mistake_is_taken_out_before_it_is_in_the_case()
    {
        var (full, amira) = await OpenAsync();
        await amira.AttachAsync(Add, [Photo, Letter], ("way", ""));

        await amira.PressAsync("Take it out: door.jpg".Split(':')[0], ("way", "Email"));
        await amira.PressAsync(Add);

        Assert.Single(Assert.Single(await EvidenceOfAsync(full)).Files);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_the_files_once()
    {
        var (full, amira) = await OpenAsync();
        var thread = AddedFiles.ThreadOf(full.Id, Guid.Parse(amira.Page.QuerySelector("input[name=command]")!.GetAttribute("value")!));
        var (first, second) = (amira.Post(Add, [Photo], ("way", "Email")), amira.Post(Add, [Photo], ("way", "Email")));

        var answers = await Task.WhenAll(amira.Copy().SendAsync(first), amira.Copy().SendAsync(second));

        Assert.All(answers, answer => Assert.EndsWith("?done=evidence", answer.Headers.Location?.ToString(), StringComparison.Ordinal));
        Assert.Single(Assert.Single(await EvidenceOfAsync(full)).Files);
        Assert.Single(await _console.Services.GetRequiredService<EvidenceStore>().ListAsync(thread, default));
    }

    [Fact]
    public async Task Nothing_is_stored_for_a_form_without_its_token()
    {
        var (full, amira) = await OpenAsync();
        var command = Guid.Parse(amira.Page.QuerySelector("input[name=command]")!.GetAttribute("value")!);

        await amira.AttachAsync(Add, [Photo], ("way", "Email"), ("__RequestVerificationToken", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Empty(await _console.Services.GetRequiredService<EvidenceStore>().ListAsync(AddedFiles.ThreadOf(full.Id, command), default));
    }

    [Fact]
    public async Task A_closed_case_takes_what_comes_late_and_stays_closed()
    {
        var (full, amira) = await OpenAsync();
        CaseCommand Command() => new(Guid.NewGuid(), full.Id, Given.Manager(Given.Ben));
        await _console.Commands.RecordFirstContactAsync(Command(), new FirstContact(ContactWay.Call, null, "x", "x"), default);
        await _console.Commands.RecordViewAsync(Command(), Satisfaction.DidNotSay, null, default);
        Assert.IsType<CaseDone>(await _console.Commands.CloseAsync(Command(), ClosingOutcome.Resolved, "x", default));

        await amira.AttachAsync(Add, [Photo], ("way", "Email"));

        Assert.NotNull((await _console.FindAsync(full.Id)).Standing.Closed);
        Assert.Single(await EvidenceOfAsync(full));
    }

    [Fact]
    public async Task The_sweep_leaves_what_is_in_a_case_and_in_a_report_being_entered_and_takes_what_was_left()
    {
        var (full, amira) = await OpenAsync();
        var left = await amira.Copy().OpenAsync($"/staff/cases/{full.Id:N}/evidence");
        await left.AttachAsync(Add, [Letter], ("way", ""));
        await amira.AttachAsync(Add, [Photo], ("way", "Email"));
        _console.Clock.Now = _console.Clock.Now.AddHours(23);

        var (browser, report) = await EnteringAsync();
        _console.Clock.Now = _console.Clock.Now.AddHours(23);
        await browser.PressAsync("Keep it for later");
        _console.Clock.Now = _console.Clock.Now.AddHours(3);
        var sweep = _console.Services.GetServices<IHostedService>().OfType<EvidenceSweep>().Single();

        Assert.Equal(1, await sweep.SweepDueAsync(default));
        Assert.Equal(0, await sweep.SweepDueAsync(default));
        Assert.Single(await _console.Services.GetRequiredService<EvidenceStore>().ListAsync(ReportBot.Bot.Staff.Entering.EntryFiles.ThreadOf(report), default));
    }

    private async Task<(StaffBrowser, Guid)> EnteringAsync()
    {
        var browser = await (await _console.SignInAsync("Ben Okafor")).Browser.OpenAsync("/staff/report");
        var report = Guid.Parse(browser.Page.QuerySelector("input[name=report]")!.GetAttribute("value")!);
        await browser.PressAsync("Add files", ("t.account", "x"));
        await browser.AttachAsync("Add these files", [Photo]);
        await browser.OpenAsync("/staff/report");
        return (browser, report);
    }

    private async Task<(Case, StaffBrowser)> OpenAsync()
    {
        var full = await _console.CaseAsync();
        return (full, await (await _console.SignInAsync("Amira Khan")).Browser.OpenAsync($"/staff/cases/{full.Id:N}/evidence"));
    }

    private async Task<IReadOnlyList<EvidenceAdded>> EvidenceOfAsync(Case full) => [.. (await _console.FindAsync(full.Id)).History.OfType<EvidenceAdded>()];
}
