namespace ReportBot.Bot.Cases;

public sealed partial class CaseCommands
{
    /// <summary>
    /// Records that a case is, or is not, connected with another that has something in common with it. It goes into both histories in one step.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="other">The other case: one this person may see too.</param>
    /// <param name="isConnected">True when they are connected.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<CaseOutcome> JudgeConnectionAsync(CaseCommand command, Guid other, bool isConnected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (here, there) = (await store.FindAsync(command.Case, cancellationToken), await store.FindAsync(other, cancellationToken));
            if (here is null || !command.Actor.MaySee(here))
                return new CaseMissing();
            if (!command.Actor.Works)
                return new CaseNotTheirs();
            if (here.HasDone(command.Id))
                return new CaseDone(here);
            // A case this person may not see is to them as one that has nothing to do with it.
            if (there is null || there.Id == here.Id || !command.Actor.MaySee(there) || CaseConnections.Of(here, there) is { Ties.IsEmpty: true, Judged: null })
                return new NotConnected();
            var connection = CaseConnections.Of(here, there);
            if (connection.Judged?.IsConnected == isConnected)
                return new CaseDone(here);
            var judged = new ConnectionJudged
            {
                Command = command.Id, At = clock.GetUtcNow(), By = command.Actor.Who, Other = there.Id, IsConnected = isConnected, Ties = connection.Ties,
            };
            var turned = judged with { Other = here.Id, Ties = [.. connection.Ties.Select(tie => tie.Turned)] };
            if (await store.TryReplaceAsync(
                [(here.With(judged), AuditOf(judged, here.Id)), (there.With(turned), AuditOf(turned, there.Id))], cancellationToken) is not CaseWrite.Done)
                continue;
            signals.Changed();
            return new CaseDone(here.With(judged) with { Version = here.Version + 1 });
        }

        throw new IOException("The cases could not be stored.");
    }

    private static AuditEntry AuditOf(ConnectionJudged judged, Guid subject) => new(judged.At, judged.By?.Id, AuditEntry.ActionOf(judged), subject);
}

/// <summary>The other case has nothing in common with this one, or is none this person may see; nothing was changed.</summary>
public sealed record NotConnected : CaseOutcome;
