using System.Reflection;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>What a person said is safe binds whatever reaches them by itself.</summary>
public sealed class SafeContacts : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    private DateTimeOffset Now => _talk.Console.Clock.Now;

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_message_at_an_unsafe_time_is_refused_with_the_reason_and_the_next_safe_time()
    {
        var full = await TextedAsync(Said(Question.SafeTimes, "after 6pm"));

        var refused = Assert.IsType<ContactRefused>(await _talk.ReplyAsync(full, "Hello."));

        Assert.Equal([ContactDanger.TimeNotSafe], refused.Dangers.AsEnumerable());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero), refused.NextTime);
        Assert.Contains("The next safe time is 18:00.", TalkWords.Of(refused, Now), StringComparison.Ordinal);
        Assert.Empty((await _talk.Console.FindAsync(full.Id)).Talk.Told);
    }

    [Fact]
    public async Task A_named_reason_overrides_it_and_is_on_the_audit_record()
    {
        var full = await TextedAsync(Said(Question.SafeTimes, "after 6pm"));

        Assert.IsType<CaseDone>(await _talk.ReplyAsync(full, "Hello.", reason: OverrideReason.RiskToLife));
        await _talk.WorkedAsync(full);

        Assert.Equal(["Hello."], _talk.Channel.Shown);
        var lines = await _talk.Console.Services.GetRequiredService<IAuditLog>().ReadAsync(full.Id, 50, default);
        Assert.Equal("RiskToLife", Assert.Single(lines, line => line.Action == AuditAction.UnsafeContactOverridden).Detail);
    }

    [Fact]
    public async Task A_reason_that_was_not_needed_is_not_recorded()
    {
        var full = await TextedAsync();

        await _talk.ReplyAsync(full, "Hello.", reason: OverrideReason.RiskToLife);

        Assert.Null(Assert.Single((await _talk.Console.FindAsync(full.Id)).History.OfType<ReplySent>()).Override);
        Assert.DoesNotContain(AuditAction.UnsafeContactOverridden, await _talk.Console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task What_waited_until_it_was_no_longer_safe_waits_until_it_is()
    {
        var full = await TextedAsync(Said(Question.SafeTimes, "before noon"));
        _talk.Channel.Outcome = SendOutcome.NotYet;
        await _talk.ReplyAsync(full, "Hello.");
        await _talk.WorkedAsync(full);
        _talk.Console.Clock.Now = new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero);
        _talk.Channel.Outcome = SendOutcome.Delivered;

        var unsafeNow = await _talk.WorkedAsync(full);
        _talk.Console.Clock.Now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var done = await _talk.WorkedAsync(full);

        Assert.Equal(SendOutcome.NotSafeNow, Assert.Single(unsafeNow.Talk.Told).Outcome);
        Assert.Equal(["Hello."], _talk.Channel.Shown);
        Assert.Equal(SendOutcome.Delivered, Assert.Single(done.Talk.Told).Outcome);
    }

    [Fact]
    public async Task What_was_safe_until_it_was_recorded_that_it_goes_waits_too()
    {
        var full = await TextedAsync(Said(Question.SafeTimes, "before noon"));
        await _talk.ReplyAsync(full, "Hello.");
        var store = DispatchProxy.Create<ICaseStore, BusyStore>();
        ((BusyStore)(object)store).Begin(_talk.Console.Store, started: () => _talk.Console.Clock.Now = new DateTimeOffset(2026, 11, 23, 12, 0, 1, TimeSpan.Zero));
        var commands = ActivatorUtilities.CreateInstance<CaseCommands>(_talk.Console.Services, store);

        await ActivatorUtilities.CreateInstance<Outbox>(_talk.Console.Services, commands).WorkAsync(full.Id, default);
        var waiting = await _talk.Console.FindAsync(full.Id);
        _talk.Console.Clock.Now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var done = await _talk.WorkedAsync(full);

        Assert.Equal(SendOutcome.NotSafeNow, Assert.Single(waiting.Talk.Told).Outcome);
        Assert.Equal(["Hello."], _talk.Channel.Shown);
        Assert.Equal(SendOutcome.Delivered, Assert.Single(done.Talk.Told).Outcome);
    }

    [Fact]
    public async Task A_way_they_did_not_name_is_refused()
    {
        var full = await TextedAsync(new Answer { Question = Question.SafeChannels, Kind = AnswerKind.Given, Choices = [ChannelChoice.Email], At = Now });

        Assert.Equal([ContactDanger.WayNotSafe], Assert.IsType<ContactRefused>(await _talk.ReplyAsync(full, "Hello.")).Dangers.AsEnumerable());
        Assert.IsType<ContactRefused>(await _talk.Commands.JoinAsync(Command(full), full.First.Id, default));
    }

    [Fact]
    public async Task A_text_message_says_nothing_of_what_it_is_about_whatever_the_reason()
    {
        var full = await TextedAsync();

        Assert.Equal(["report", "police"], Assert.IsType<WordingRefused>(await _talk.ReplyAsync(full, "Your report is with the police.", reason: OverrideReason.RiskToLife)).Telling.AsEnumerable());
    }

    [Fact]
    public async Task On_the_website_they_come_for_it_themselves_so_it_is_always_safe()
    {
        var full = await _talk.CaseAsync(change: report => report with { Told = report.Told.With(Said(Question.SafeTimes, "only Sundays")).With(Anonymous()) });

        Assert.IsType<CaseDone>(await _talk.ReplyAsync(full, "Your report is here."));
    }

    [Fact]
    public async Task Whoever_stays_anonymous_gets_no_text_message()
    {
        var full = await TextedAsync(Anonymous());

        Assert.Equal([ContactDanger.Anonymous], Assert.IsType<ContactRefused>(await _talk.ReplyAsync(full, "Hello.")).Dangers.AsEnumerable());
    }

    [Fact]
    public async Task A_call_is_planned_with_a_message_only_where_they_said_one_may_be_left_or_for_a_named_reason()
    {
        var full = await _talk.CaseAsync();

        var refused = await PlanAsync(full, new ContactPlan(ContactWay.Call, Now.AddDays(1), MayLeaveMessage: true, null));
        var mistaken = await PlanAsync(full, new ContactPlan(ContactWay.Call, Now.AddDays(1), MayLeaveMessage: true, new ContactOverride(OverrideReason.ByMistake, null)));
        var reasoned = await PlanAsync(full, new ContactPlan(ContactWay.Call, Now.AddDays(1), MayLeaveMessage: true, new ContactOverride(OverrideReason.TheyAsked, null)));

        Assert.Equal([ContactDanger.MessageNotAsked], Assert.IsType<ContactRefused>(refused).Dangers.AsEnumerable());
        Assert.StartsWith("They have not said whether a message is safe, so none may be left.", TalkWords.Of(refused, Now), StringComparison.Ordinal);
        Assert.IsType<ContactRefused>(mistaken);
        Assert.IsType<CaseDone>(reasoned);
        var kept = await _talk.Console.FindAsync(full.Id);
        Assert.Equal(OverrideReason.TheyAsked, Assert.Single(kept.History.OfType<ContactPlanned>()).Override?.Reason);
        Assert.Contains(AuditAction.UnsafeContactOverridden, await _talk.Console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task A_planned_call_is_held_against_what_they_said()
    {
        var full = await _talk.CaseAsync(change: report => report with
        {
            Told = report.Told.With(Said(Question.SafeTimes, "only Thursdays")).With(new Answer { Question = Question.Voicemail, Kind = AnswerKind.Given, Choices = [VoicemailChoice.No], At = Now }),
        });
        var (tuesday, thursday) = (Now.AddDays(1), Now.AddDays(3));

        var refused = await PlanAsync(full, new ContactPlan(ContactWay.Call, tuesday, MayLeaveMessage: true, null));
        var past = await PlanAsync(full, new ContactPlan(ContactWay.Call, Now.AddMinutes(-1), MayLeaveMessage: false, null));
        var overridden = await PlanAsync(full, new ContactPlan(ContactWay.Call, tuesday, MayLeaveMessage: false, new ContactOverride(OverrideReason.TheyAsked, "By phone today.")));
        var safe = await PlanAsync(full, new ContactPlan(ContactWay.Call, thursday, MayLeaveMessage: false, null));

        Assert.Equal([ContactDanger.TimeNotSafe, ContactDanger.MessageNotSafe], Assert.IsType<ContactRefused>(refused).Dangers.AsEnumerable());
        Assert.Equal(FieldProblemKind.InPast, Assert.Single(Assert.IsType<CaseIncomplete>(past).Problems).Problem);
        Assert.IsType<CaseDone>(overridden);
        Assert.IsType<CaseDone>(safe);
        Assert.Equal([OverrideReason.TheyAsked, null], (await _talk.Console.FindAsync(full.Id)).History.OfType<ContactPlanned>().Select(plan => plan.Override?.Reason));
    }

    [Fact]
    public async Task The_page_refuses_with_the_reason_keeps_the_words_and_takes_a_named_one()
    {
        var full = await TextedAsync(Said(Question.SafeTimes, "after 6pm"));
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;
        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");

        await staff.PressAsync("Send", ("Words", "Hello there."));
        var (said, kept) = (staff.Said, staff.Page.QuerySelector("#reply-words")!.TextContent);
        await staff.PressAsync("Send", ("Because", nameof(OverrideReason.TheyAsked)));
        await _talk.WorkedAsync(full);

        Assert.StartsWith("They said that this time is not safe.", said, StringComparison.Ordinal);
        Assert.Equal("Hello there.", kept);
        Assert.Equal(["Hello there."], _talk.Channel.Shown);
    }

    private async Task<Case> TextedAsync(params Answer[] answers)
    {
        _talk.Channel.Way = ContactWay.Text;
        return await _talk.CaseAsync(TestChannel.ChannelId, report => report with { Told = answers.Aggregate(report.Told, (told, answer) => told.With(answer)) });
    }

    private Task<CaseOutcome> PlanAsync(Case full, ContactPlan plan) => _talk.Commands.PlanAsync(Command(full), full.First.Id, plan, default);

    private Answer Said(string question, string words) => new() { Question = question, Kind = AnswerKind.Given, Words = words, At = Now };

    private Answer Anonymous() => new() { Question = Question.Contact, Kind = AnswerKind.Given, At = Now, Contact = new ContactDetails { Anonymous = true } };

    private static CaseCommand Command(Case full) => new(Guid.NewGuid(), full.Id, Given.Caseworker(Given.Amira));
}

/// <summary>A store in which time passes while it is recorded that something goes.</summary>
public class BusyStore : DispatchProxy
{
    private ICaseStore? _store;
    private Action? _started;

    public void Begin(ICaseStore store, Action started) => (_store, _started) = (store, started);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args?[0] is Case { History: [.., SendStarted] })
            _started!();
        return targetMethod!.Invoke(_store, args);
    }
}
