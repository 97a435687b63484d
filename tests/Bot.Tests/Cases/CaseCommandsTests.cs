using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

public sealed class CaseCommandsTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly CaseDatabases _databases;
    private readonly FaultyStore _store;
    private readonly CaseCommands _commands;

    public CaseCommandsTests()
    {
        _databases = CaseDatabases.Open(_folder.Data, new TestCodec());
        _store = new FaultyStore(new SqliteCaseStore(_databases, new TestCodec()));
        _commands = new CaseCommands(_store, new Colleagues(), CaseTimes.Standard, new CaseSignals(), _clock);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Creating_a_case_again_changes_nothing()
    {
        var report = Given.Report();

        var first = await _commands.CreateAsync(report, default);
        var again = await _commands.CreateAsync(report, default);

        Assert.Equal(first.Id, again.Id);
        Assert.Single((await _store.FindAsync(first.Id, default))!.History);
    }

    [Fact]
    public async Task Many_at_once_make_one_case()
    {
        var report = Given.Report();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _commands.CreateAsync(report, default))));

        Assert.Single((await _store.FindAsync(Case.IdOf(report.Id), default))!.History);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_found_by_reading_again()
    {
        _store.LoseAnswers = 1;

        var created = await _commands.CreateAsync(Given.Report(), default);

        Assert.Single((await _store.FindAsync(created.Id, default))!.History);
    }

    [Fact]
    public async Task Claiming_says_who_has_it_now()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);

        var outcome = await _commands.ClaimAsync(Command(full, Given.Amira), default);

        var done = Assert.IsType<CaseDone>(outcome);
        Assert.Equal((Given.Amira, _clock.Now), (done.Case.Standing.Holder, done.Case.Standing.HeldSince));
    }

    [Fact]
    public async Task Of_two_who_claim_at_once_one_has_it_and_the_other_is_told_who()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);

        var outcomes = await Task.WhenAll(
            Task.Run(() => _commands.ClaimAsync(Command(full, Given.Amira), default)),
            Task.Run(() => _commands.ClaimAsync(Command(full, Given.Ben), default)));

        var held = Assert.Single(outcomes.OfType<CaseHeld>());
        var done = Assert.Single(outcomes.OfType<CaseDone>());
        Assert.Equal((done.Case.Standing.Holder, _clock.Now), (held.Holder, held.Since));
    }

    [Fact]
    public async Task A_command_pressed_twice_is_done_once()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        var command = Command(full, Given.Amira);

        await _commands.AddNoteAsync(command, "Rang the office first.", default);
        var again = await _commands.AddNoteAsync(command, "Rang the office first.", default);

        Assert.Single(Assert.IsType<CaseDone>(again).Case.History.OfType<NoteAdded>());
    }

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_done_once()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        _store.LoseAnswers = 1;

        var outcome = await _commands.AddNoteAsync(Command(full, Given.Amira), "Rang the office first.", default);

        Assert.Single(Assert.IsType<CaseDone>(outcome).Case.History.OfType<NoteAdded>());
    }

    [Fact]
    public async Task A_case_cannot_be_given_back_by_somebody_who_has_it_not()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        var byBen = await _commands.ReleaseAsync(Command(full, Given.Ben), null, default);
        var byManager = await _commands.ReleaseAsync(Command(full, Given.Ben) with { Actor = Given.Manager(Given.Ben) }, "Amira is away.", default);

        Assert.IsType<CaseHeld>(byBen);
        Assert.Null(Assert.IsType<CaseDone>(byManager).Case.Standing.Holder);
    }

    [Fact]
    public async Task Giving_back_what_nobody_has_is_refused()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);

        Assert.IsType<CaseNotHeld>(await _commands.ReleaseAsync(Command(full, Given.Amira), null, default));
    }

    [Fact]
    public async Task First_contact_in_time_needs_no_reason()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        _clock.Now = _clock.Now.AddMinutes(20);

        var outcome = await _commands.RecordFirstContactAsync(
            Command(full, Given.Amira), new FirstContact(ContactWay.Call, _clock.Now.AddMinutes(-5), "They are safe for tonight.", "not kept"), default);

        var contact = Assert.IsType<CaseDone>(outcome).Case.Standing.Contact!;
        Assert.Equal(("They are safe for tonight.", null), (contact.Outcome, contact.LateReason));
    }

    [Fact]
    public async Task First_contact_after_the_promise_needs_its_reason()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        _clock.Now = full.Standing.Due.AddMinutes(1);

        var without = await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        var with = await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", "No answer until then."), default);

        Assert.Equal(new FieldProblem("LateReason", FieldProblemKind.Missing), Assert.Single(Assert.IsType<CaseIncomplete>(without).Problems));
        Assert.Equal("No answer until then.", Assert.IsType<CaseDone>(with).Case.Standing.Contact!.LateReason);
    }

    [Fact]
    public async Task First_contact_is_recorded_once_and_the_second_is_told_by_whom()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        await _commands.RecordFirstContactAsync(Command(full, Given.Ben), new FirstContact(ContactWay.Visit, null, "Spoke.", null), default);

        var outcome = await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);

        Assert.Equal(Given.Ben, Assert.IsType<CaseAlreadyContacted>(outcome).Contact.By);
    }

    public static TheoryData<ContactWay, int, string?, string, FieldProblemKind> Incomplete => new()
    {
        { ContactWay.Letter, 0, "Wrote.", "Way", FieldProblemKind.NotAConversation },
        { ContactWay.Call, 60, "Spoke.", "SpokeAt", FieldProblemKind.InFuture },
        { ContactWay.Call, -60 * 24, "Spoke.", "SpokeAt", FieldProblemKind.BeforeReport },
        { ContactWay.Call, 0, " ", "Outcome", FieldProblemKind.Missing },
        { ContactWay.Call, 0, null, "Outcome", FieldProblemKind.Missing },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task A_contact_that_cannot_be_so_says_which_field(ContactWay way, int minutes, string? outcome, string field, FieldProblemKind problem)
    {
        var full = await _commands.CreateAsync(Given.Report(), default);

        var refused = await _commands.RecordFirstContactAsync(
            Command(full, Given.Amira), new FirstContact(way, _clock.Now.AddMinutes(minutes), outcome, null), default);

        Assert.Equal(new FieldProblem(field, problem), Assert.Single(Assert.IsType<CaseIncomplete>(refused).Problems));
        Assert.Single((await _store.FindAsync(full.Id, default))!.History);
    }

    [Fact]
    public async Task An_attempt_is_on_record_and_the_clock_goes_on()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);

        var outcome = await _commands.RecordAttemptAsync(
            Command(full, Given.Amira), new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, null), default);

        var done = Assert.IsType<CaseDone>(outcome);
        Assert.Equal(_clock.Now, Assert.Single(done.Case.History.OfType<ContactAttempted>()).TriedAt);
        Assert.Equal(CaseState.New, done.Case.Standing.State);
    }

    [Fact]
    public async Task A_message_left_against_what_they_said_is_refused_and_recorded_with_a_named_reason()
    {
        var full = await SaidAsync(Question.Voicemail, null, VoicemailChoice.No);
        var left = new Attempt(ContactWay.Call, AttemptOutcome.MessageLeft, null, "On the machine.");

        var refused = await _commands.RecordAttemptAsync(Command(full, Given.Amira), left, default);
        Assert.Single((await _store.FindAsync(full.Id, default))!.History);
        var reasoned = await _commands.RecordAttemptAsync(Command(full, Given.Amira), left with { Reason = new ContactOverride(OverrideReason.ByMistake, null) }, default);
        var rang = await _commands.RecordAttemptAsync(
            Command(full, Given.Amira), left with { Outcome = AttemptOutcome.NoAnswer, Reason = new ContactOverride(OverrideReason.ByMistake, null) }, default);

        Assert.Equal([ContactDanger.MessageNotSafe], Assert.IsType<ContactRefused>(refused).Dangers.AsEnumerable());
        Assert.IsType<CaseDone>(reasoned);
        Assert.Equal([OverrideReason.ByMistake, null], Assert.IsType<CaseDone>(rang).Case.History.OfType<ContactAttempted>().Select(tried => tried.Override?.Reason));
        var trace = await new SqliteAuditLog(_databases).ReadAsync(full.Id, 2, default);
        Assert.Equal([AuditAction.ContactAttempted, AuditAction.UnsafeContactOverridden], trace.Select(line => line.Action));
        Assert.Equal("ByMistake", trace[1].Detail);
    }

    [Theory]
    [InlineData(Question.SafeChannels, null, ChannelChoice.Text, ContactDanger.WayNotSafe)]
    [InlineData(Question.SafeTimes, "only Sundays", null, ContactDanger.TimeNotSafe)]
    [InlineData(Question.SafeTimes, "after 8pm", null, ContactDanger.TimeNotSafe)]
    public async Task A_conversation_against_what_they_said_is_refused_and_recorded_with_a_named_reason(string question, string? words, string? choice, ContactDanger danger)
    {
        var full = await SaidAsync(question, words, choice);
        var spoke = new FirstContact(ContactWay.Call, null, "Spoke.", null);
        var reason = new ContactOverride(OverrideReason.TheyAsked, "They rang us.");

        var refused = await _commands.RecordFirstContactAsync(Command(full, Given.Amira), spoke, default);
        var reasoned = await _commands.RecordFirstContactAsync(Command(full, Given.Amira), spoke with { Reason = reason }, default);
        var again = await _commands.RecordSpokeAgainAsync(Command(full, Given.Amira), spoke, default);
        var reasonedAgain = await _commands.RecordSpokeAgainAsync(Command(full, Given.Amira), spoke with { Reason = reason }, default);

        Assert.Equal([danger], Assert.IsType<ContactRefused>(refused).Dangers.AsEnumerable());
        Assert.Equal(reason, Assert.IsType<CaseDone>(reasoned).Case.Standing.Contact!.Override);
        Assert.IsType<ContactRefused>(again);
        Assert.Equal(reason, Assert.Single(Assert.IsType<CaseDone>(reasonedAgain).Case.History.OfType<SpokeAgain>()).Override);
        Assert.Equal(2, (await new SqliteAuditLog(_databases).ReadAsync(full.Id, 9, default)).Count(line => line is { Action: AuditAction.UnsafeContactOverridden, Detail: "TheyAsked" }));
    }

    [Fact]
    public void What_was_recorded_before_reasons_were_is_still_read()
    {
        const string Stored = """
            [{"event":"contact-attempted","command":"5f0c1d5e-3a67-4f3c-9b0e-0f6c5f6d7e01","at":"2026-11-23T10:00:00+00:00","way":"Call","outcome":"MessageLeft","triedAt":"2026-11-23T10:00:00+00:00"},
             {"event":"first-contact-made","command":"5f0c1d5e-3a67-4f3c-9b0e-0f6c5f6d7e02","at":"2026-11-23T11:00:00+00:00","way":"Call","spokeAt":"2026-11-23T11:00:00+00:00","outcome":"Spoke."}]
            """;
        var json = System.Text.Json.JsonSerializer.Serialize(Given.Case(Given.Report()) with { History = [] }, CaseJson.Default.Case);
        var at = json.IndexOf("\"history\":[]", StringComparison.OrdinalIgnoreCase);

        var read = System.Text.Json.JsonSerializer.Deserialize($"{json[..at]}\"history\":{Stored}{json[(at + "\"history\":[]".Length)..]}", CaseJson.Default.Case)!;

        Assert.Equal([null, null], read.History.OfType<IContactEvent>().Select(happened => happened.Override));
    }

    [Fact]
    public async Task A_complaint_about_staff_is_not_there_for_the_usual_team()
    {
        var full = await _commands.CreateAsync(Given.Report(queue: Queue.StaffConduct), default);

        Assert.IsType<CaseMissing>(await _commands.ClaimAsync(Command(full, Given.Amira), default));
        Assert.IsType<CaseDone>(await _commands.ClaimAsync(Command(full, Given.Amira) with { Actor = Given.Manager(Given.Amira) }, default));
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_missing()
    {
        Assert.IsType<CaseMissing>(await _commands.ClaimAsync(new CaseCommand(Guid.NewGuid(), Guid.NewGuid(), Given.Caseworker(Given.Amira)), default));
    }

    [Fact]
    public async Task What_is_done_is_on_the_audit_record()
    {
        var full = await _commands.CreateAsync(Given.Report(), default);
        await _commands.ClaimAsync(Command(full, Given.Amira), default);

        var lines = await new SqliteAuditLog(_databases).ReadAsync(full.Id, 10, default);

        Assert.Equal([AuditAction.CaseClaimed, AuditAction.ReportReceived], lines.Select(line => line.Action));
        Assert.Equal(new Guid?[] { Given.Amira.Id, null }, lines.Select(line => line.Who));
    }

    [Fact]
    public async Task A_reporter_learns_how_far_it_is()
    {
        var desk = new ReportDesk(_commands, _store, NoCodes);
        var report = Given.Report();
        Assert.Null(await desk.ProgressAsync(report.Id, default));

        await desk.SubmitAsync(report, default);
        var received = await desk.ProgressAsync(report.Id, default);
        var full = (await _store.FindAsync(Case.IdOf(report.Id), default))!;
        await _commands.ClaimAsync(Command(full, Given.Amira), default);
        var pickedUp = await desk.ProgressAsync(report.Id, default);
        await _commands.RecordFirstContactAsync(Command(full, Given.Amira), new FirstContact(ContactWay.Call, null, "Spoke.", null), default);
        var contacted = await desk.ProgressAsync(report.Id, default);

        Assert.Equal(new ReportProgress(report.Reference, ReportStage.Received, report.Promise), received);
        Assert.Equal((ReportStage.PickedUp, ReportStage.Contacted), (pickedUp!.Stage, contacted!.Stage));
    }

    // The desk asks for threads only when it is given a return code.
    private static ReturnCodes NoCodes => new(null!, new TestCodec());

    private Task<Case> SaidAsync(string question, string? words, string? choice)
    {
        var report = Given.Report();
        var said = new Answer { Question = question, Kind = AnswerKind.Given, Words = words, Choices = choice is null ? [] : [choice], At = Given.Sent };
        return _commands.CreateAsync(report with { Told = report.Told.With(said) }, default);
    }

    private static CaseCommand Command(Case full, StaffRef who) => new(Guid.NewGuid(), full.Id, Given.Caseworker(who));

    /// <summary>Writes, then loses the answer as often as it is told.</summary>
    private sealed class FaultyStore(ICaseStore store) : ICaseStore
    {
        public int LoseAnswers { get; set; }

        public ValueTask<Case?> FindAsync(Guid id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

        public ValueTask<Guid?> FindByReportAsync(Guid report, CancellationToken cancellationToken) => store.FindByReportAsync(report, cancellationToken);

        public ValueTask<Guid?> FindByReferenceAsync(ReferenceNumber reference, CancellationToken cancellationToken) => store.FindByReferenceAsync(reference, cancellationToken);

        public async ValueTask<CaseWrite> TryAddAsync(Case added, AuditEntry audit, CancellationToken cancellationToken) =>
            Lose(await store.TryAddAsync(added, audit, cancellationToken));

        public async ValueTask<CaseWrite> TryReplaceAsync(Case changed, AuditEntry audit, CancellationToken cancellationToken) =>
            Lose(await store.TryReplaceAsync(changed, audit, cancellationToken));

        public ValueTask<IReadOnlyList<WakeUp>> ToWakeAsync(DateTimeOffset by, WakeUp? after, CancellationToken cancellationToken) =>
            store.ToWakeAsync(by, after, cancellationToken);

        public ValueTask<IReadOnlyList<DueCase>> DueAsync(DateTimeOffset by, DueCase? after, int most, CancellationToken cancellationToken) =>
            store.DueAsync(by, after, most, cancellationToken);

        public ValueTask<FoundCases> SearchAsync(
            Guid viewer, System.Collections.Immutable.ImmutableArray<Findable> terms, System.Collections.Immutable.ImmutableArray<Queue> queues, FoundPlace? after, int lines, CancellationToken cancellationToken) =>
            store.SearchAsync(viewer, terms, queues, after, lines, cancellationToken);

        public ValueTask<System.Collections.Immutable.ImmutableArray<TiedCase>> TiedAsync(
            Guid viewer, Guid with, System.Collections.Immutable.ImmutableArray<Findable> values, int mostEach, CancellationToken cancellationToken) =>
            store.TiedAsync(viewer, with, values, mostEach, cancellationToken);

        public ValueTask<CaseWrite> TryReplaceAsync(System.Collections.Immutable.ImmutableArray<(Case Changed, AuditEntry Audit)> together, CancellationToken cancellationToken) =>
            store.TryReplaceAsync(together, cancellationToken);

        public ValueTask<CaseCounts> CountAsync(Guid viewer, RiskBand? risk, CancellationToken cancellationToken) => store.CountAsync(viewer, risk, cancellationToken);

        public ValueTask AddManyAsync(IReadOnlyList<Case> added, CancellationToken cancellationToken) => store.AddManyAsync(added, cancellationToken);

        public ValueTask RefreshAsync(Guid id, CancellationToken cancellationToken) => store.RefreshAsync(id, cancellationToken);

        public ValueTask<TaskPage> TasksAsync(
            Guid viewer, Guid? owner, System.Collections.Immutable.ImmutableArray<Queue> queues, TaskPlace? after, int lines, CancellationToken cancellationToken) =>
            store.TasksAsync(viewer, owner, queues, after, lines, cancellationToken);

        public ValueTask<CasePage> ListAsync(CaseFilter filter, CasePlace? after, int lines, CancellationToken cancellationToken) =>
            store.ListAsync(filter, after, lines, cancellationToken);

        private CaseWrite Lose(CaseWrite write) => LoseAnswers-- > 0 ? CaseWrite.Unknown : write;
    }
}
