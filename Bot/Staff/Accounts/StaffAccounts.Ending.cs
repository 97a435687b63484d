using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Ending accounts. None is deleted: it stands in histories and on the audit record.</summary>
public sealed partial class StaffAccounts
{
    // An absence has an end; who may sign in again is recorded as back.
    private static readonly TimeSpan Away = TimeSpan.FromDays(366);

    /// <summary>The accounts that were ended, by name.</summary>
    public Task<IReadOnlyList<StaffMember>> ListEndedAsync(CancellationToken cancellationToken) => store.ListEndedAsync(cancellationToken);

    /// <summary>
    /// Ends somebody else's account: nobody signs in with it any more, its sessions and set-up links end at once, and its cases go back to their queues.
    /// False when there is no such account, or it is one's own.
    /// </summary>
    public async Task<bool> EndAsync(Guid who, Guid by, CancellationToken cancellationToken)
    {
        if (who == by || await store.FindAsync(who, cancellationToken) is not { } member)
            return false;
        if (member.EndedAt is not null)
            return true;
        var now = clock.GetUtcNow();
        member.EndedAt = now;
        await EndSessionsAsync(member, by);
        await audit.AppendAsync(new AuditEntry(now, by, AuditAction.AccountEnded, who), cancellationToken);
        await LetGoAsync(who, by, cancellationToken);
        return true;
    }

    // Whoever cannot sign in any more holds nothing: their cases go back to their queues, and nobody is kept waiting for them in a conversation.
    private ValueTask LetGoAsync(Guid who, Guid by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return absences.RecordAsync(new Absence(Guid.NewGuid(), who, now, now + Away, null, by), cancellationToken);
    }

    /// <summary>Lets somebody whose account was ended sign in again; false when there is no such account.</summary>
    public async Task<bool> ReopenAsync(Guid who, Guid by, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(who, cancellationToken) is not { } member)
            return false;
        if (member.EndedAt is null)
            return true;
        member.EndedAt = null;
        await EndSessionsAsync(member, by);
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), by, AuditAction.AccountReopened, who), cancellationToken);
        await absences.EndAsync(who, by, cancellationToken);
        return true;
    }
}
