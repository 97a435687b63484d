using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>Who wants something done to which case. The id belongs to one press of one button: pressed twice, it is done once.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Case">The case.</param>
/// <param name="Actor">Who.</param>
public sealed record CaseCommand(Guid Id, Guid Case, StaffActor Actor);

/// <summary>Everything that can be done to a case, for the console, cards and interfaces alike. It knows no web.</summary>
public sealed partial class CaseCommands(ICaseStore store, IStaffDirectory staff, CaseTimes times, CaseSignals signals, TimeProvider clock)
{
    // The gate inside a process makes conflicts rare; across processes each loser re-reads, and somebody always wins.
    private const int MostTries = 12;

    /// <summary>Makes the case of a report, or finishes the report that was shared unfinished. Doing it again changes nothing.</summary>
    public async Task<Case> CreateAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var id = await store.FindByReportAsync(report.Id, cancellationToken) ?? Case.IdOf(report.Id);
        return await ReceiveAsync(id, AuditAction.ReportReceived, (current, at) => CaseReception.Receive(current, id, report, at, times), cancellationToken);
    }

    /// <summary>Adds what a person wrote after sending. Doing it again changes nothing. Throws <see cref="InvalidOperationException"/> when the report was never sent.</summary>
    public async Task AddMessageAsync(Guid report, ReporterMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var id = await store.FindByReportAsync(report, cancellationToken) ?? throw new InvalidOperationException("There is no such report.");
        await ReceiveAsync(id, AuditAction.MessageReceived, (current, _) => CaseReception.Receive(current, report, message), cancellationToken);
    }

    /// <summary>Records that the person goes on without someone from staff. Doing it again changes nothing. Throws <see cref="InvalidOperationException"/> when staff have no such report.</summary>
    public async Task GoOnAloneAsync(Guid report, string goesOn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = await store.FindByReportAsync(report, cancellationToken) ?? throw new InvalidOperationException("There is no such report.");
        await ReceiveAsync(id, AuditAction.MessageReceived, (current, _) => CaseReception.GoOnAlone(current, report, goesOn, at), cancellationToken);
    }

    /// <summary>Records an attempt to reach the person that was no conversation. The clock goes on.</summary>
    public Task<CaseOutcome> RecordAttemptAsync(CaseCommand command, Attempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return ChangeAsync(command, AuditAction.ContactAttempted, (current, at) => CaseRules.Attempt(current, new ContactAttempted
        {
            Command = command.Id, At = at, By = command.Actor.Who,
            Way = attempt.Way, Outcome = attempt.Outcome, TriedAt = attempt.At ?? at, Note = attempt.Note, Override = attempt.Reason,
        }), cancellationToken);
    }

    /// <summary>Records the first conversation with the person: the promise of policy 6.2 is kept, or is known to be late.</summary>
    public Task<CaseOutcome> RecordFirstContactAsync(CaseCommand command, FirstContact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return ChangeAsync(command, AuditAction.FirstContactMade, (current, at) => CaseRules.FirstContact(current, new FirstContactMade
        {
            Command = command.Id, At = at, By = command.Actor.Who,
            Way = contact.Way, SpokeAt = contact.At ?? at, Outcome = contact.Outcome ?? "", LateReason = contact.LateReason, Override = contact.Reason,
        }), cancellationToken);
    }

    /// <summary>Writes a note into a case.</summary>
    public Task<CaseOutcome> AddNoteAsync(CaseCommand command, string? words, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.NoteAdded, (current, at) => CaseRules.Note(
            current, new NoteAdded { Command = command.Id, At = at, By = command.Actor.Who, Words = words ?? "" }), cancellationToken);

    /// <summary>Notes that somebody has read what the person wrote until now.</summary>
    public Task<CaseOutcome> MarkReadAsync(CaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, AuditAction.MessagesSeen, (current, at) => current.Standing.Unread.IsEmpty
            ? new CaseDone(current)
            : new CaseDone(current.With(new MessagesSeen { Command = command.Id, At = at, By = command.Actor.Who })), cancellationToken);

    /// <summary>Records what nobody on staff did. It answers the case after it, which is as it was when <paramref name="receive"/> answers null.</summary>
    internal Task<Case> ReceiveAsync(Guid id, AuditAction action, Func<Case?, DateTimeOffset, Case?> receive, CancellationToken cancellationToken) =>
        ReceiveAsync(id, null, action, receive, cancellationToken);

    // What staff enter belongs to a queue they may not see: it is received from them all the same.
    private async Task<Case> ReceiveAsync(Guid id, Guid? who, AuditAction action, Func<Case?, DateTimeOffset, Case?> receive, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var current = await store.FindAsync(id, cancellationToken);
            var changed = receive(current, clock.GetUtcNow());
            if (changed is null)
                return current!; // Nothing to change means that there is one.
            var audit = new AuditEntry(changed.History[^1].At, who, action, id);
            var write = current is null
                ? await store.TryAddAsync(changed, audit, cancellationToken)
                : await store.TryReplaceAsync(changed, audit, cancellationToken);
            if (write is not CaseWrite.Done)
                continue;
            signals.Changed();
            return changed;
        }

        throw new IOException("The case could not be stored.");
    }

    /// <summary>Carries out a command by its rule, once, with its line on the audit record.</summary>
    internal Task<CaseOutcome> ChangeAsync(
        CaseCommand command, AuditAction action, Func<Case, DateTimeOffset, CaseOutcome> rule, CancellationToken cancellationToken) =>
        ChangeAsync(command, _ => action, rule, cancellationToken);

    private async Task<CaseOutcome> ChangeAsync(
        CaseCommand command, Func<CaseEvent, AuditAction> action, Func<Case, DateTimeOffset, CaseOutcome> rule, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var current = await store.FindAsync(command.Case, cancellationToken);
            // Asked before anything else: what was done may have put the case out of this person's sight.
            if (current?.HasDone(command.Id) is true)
                return new CaseDone(current);
            if (current is null || !command.Actor.MaySee(current))
                return new CaseMissing();
            if (!command.Actor.Works)
                return new CaseNotTheirs();
            var at = clock.GetUtcNow();
            var outcome = rule(current, at);
            if (outcome is not CaseDone { Case: var changed } || ReferenceEquals(changed, current))
                return outcome;
            var audit = (changed.History[^1] as IContactEvent)?.Override is { } reason
                ? new AuditEntry(at, command.Actor.Who.Id, AuditAction.UnsafeContactOverridden, command.Case, reason.Reason.ToString())
                : new AuditEntry(at, command.Actor.Who.Id, action(changed.History[^1]), command.Case, AuditEntry.DetailOf(changed.History[^1]));
            if (await store.TryReplaceAsync(changed, audit, cancellationToken) is not CaseWrite.Done)
                continue;
            signals.Changed();
            return new CaseDone(changed with { Version = current.Version + 1 });
        }

        throw new IOException("The case could not be stored.");
    }
}

/// <summary>An attempt to reach the person as staff fill it in.</summary>
/// <param name="Way">How they tried.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When, UTC; null for now.</param>
/// <param name="Note">Anything the next person should know.</param>
/// <param name="Reason">Why it went against what the person said is safe; null for none, which then refuses it.</param>
public sealed record Attempt(ContactWay Way, AttemptOutcome Outcome, DateTimeOffset? At, string? Note, ContactOverride? Reason = null);

/// <summary>A first contact as staff fill it in.</summary>
/// <param name="Way">How they spoke.</param>
/// <param name="At">When, UTC; null for now.</param>
/// <param name="Outcome">What came of it; required.</param>
/// <param name="LateReason">What kept it past the promised time; required when it was late.</param>
/// <param name="Reason">Why it went against what the person said is safe; null for none, which then refuses it.</param>
public sealed record FirstContact(ContactWay Way, DateTimeOffset? At, string? Outcome, string? LateReason, ContactOverride? Reason = null);
