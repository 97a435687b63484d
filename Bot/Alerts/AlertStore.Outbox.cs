using System.Collections.Immutable;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Storage.Sqlite;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Alerts;

/// <summary>Something on the audit record made a person necessary.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">Why.</param>
/// <param name="Queue">The queue it is in.</param>
public readonly record struct AlertTrigger(Guid Case, AlertKind Kind, Queue Queue);

public sealed partial class AlertStore
{
    private const string AlertColumns = """id, "case", kind, queue, raised, next, closed""";
    private const string SendColumns = "id, alert, way, step, staff, made, attempts, due, sent, failure";

    private static readonly Sql Progress = new("SELECT line FROM progress");
    private static readonly Sql SetProgress = new("INSERT INTO progress (id, line) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET line = excluded.line");

    // Once everybody was told, the same kind of thing happening anew begins anew; while somebody is still to be told, it changes nothing.
    private static readonly Sql Raise = new("""
        INSERT INTO alert (id, "case", kind, queue, raised, next) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
        ON CONFLICT ("case", kind) WHERE closed IS NULL DO UPDATE SET next = excluded.next, raised = excluded.raised, queue = excluded.queue WHERE next IS NULL
        """);

    private static readonly Sql OpenAlerts = new($"SELECT {AlertColumns} FROM alert WHERE closed IS NULL ORDER BY raised, id");
    private static readonly Sql LatestAlerts = new($"SELECT {AlertColumns} FROM alert ORDER BY raised DESC, id LIMIT ?1");
    private static readonly Sql Close = new("UPDATE alert SET closed = ?2, next = NULL WHERE id = ?1 AND closed IS NULL");
    private static readonly Sql DropUnsent = new("DELETE FROM send WHERE alert = ?1 AND due IS NOT NULL");
    private static readonly Sql DropOldSends = new("DELETE FROM send WHERE alert IN (SELECT id FROM alert WHERE closed < ?1)");
    private static readonly Sql DropOldAlerts = new("DELETE FROM alert WHERE closed < ?1");
    private static readonly Sql SetNext = new("UPDATE alert SET next = ?2, queue = ?3 WHERE id = ?1 AND closed IS NULL");
    private static readonly Sql Hurry = new("""
        UPDATE alert SET next = ?2
        WHERE closed IS NULL AND next > ?2 AND "case" = (SELECT "case" FROM alert WHERE id = ?1) AND next = (SELECT next FROM alert WHERE id = ?1)
        """);

    private static readonly Sql PutSend = new("INSERT INTO send (id, alert, way, step, staff, made, attempts, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?6)");
    private static readonly Sql DueSends = new($"SELECT {SendColumns} FROM send WHERE way = ?1 AND due <= ?2 ORDER BY due, id LIMIT 100");
    private static readonly Sql SendsOf = new($"SELECT {SendColumns} FROM send WHERE alert = ?1 ORDER BY made, id");
    private static readonly Sql SendsSince = new($"SELECT {SendColumns} FROM send WHERE made >= ?1 ORDER BY made DESC, id LIMIT 500");
    private static readonly Sql MarkSent = new("UPDATE send SET sent = ?2, due = NULL, failure = NULL WHERE id = ?1");
    private static readonly Sql MarkFailed = new("UPDATE send SET attempts = attempts + 1, due = ?2, failure = ?3 WHERE id = ?1");
    private static readonly Sql AlertOf = new($"SELECT {AlertColumns} FROM alert WHERE id = ?1");

    // How long what was alerted to is kept once it is over.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Up to which line of the audit record was decided; 0 at first.</summary>
    public long DecidedUpTo() => Read(Progress, _ => { }, row => row.Int64(0)).FirstOrDefault();

    /// <summary>Raises what was decided from the audit record and notes how far it was read, in one step.</summary>
    public async ValueTask DecideAsync(IReadOnlyCollection<AlertTrigger> triggers, long upTo, DateTimeOffset at) => await WriteAsync(session =>
    {
        foreach (var trigger in triggers)
            session.Prepare(Raise).Bind(1, Columns.Of(Guid.NewGuid())).Bind(2, Columns.Of(trigger.Case)).Bind(3, (int)trigger.Kind).Bind(4, (int)trigger.Queue).Bind(5, Columns.Of(at)).Execute();
        return session.Prepare(SetProgress).Bind(1, upTo).Execute();
    });

    /// <summary>Everything that needs a person, oldest first.</summary>
    public ImmutableArray<Alert> Open() => Read(OpenAlerts, _ => { }, AlertRow);

    /// <summary>The newest alerts, newest first.</summary>
    public ImmutableArray<Alert> Latest(int most) => Read(LatestAlerts, statement => statement.Bind(1, most), AlertRow);

    /// <summary>The alert with this id; null when there is none.</summary>
    public Alert? Find(Guid alert) => Read(AlertOf, statement => statement.Bind(1, Columns.Of(alert)), AlertRow).FirstOrDefault();

    /// <summary>Closes an alert: whatever of it waits does not go. What closed 30 days before is deleted.</summary>
    public async ValueTask CloseAsync(Guid alert, DateTimeOffset at) => await WriteAsync(session =>
    {
        session.Prepare(DropUnsent).Bind(1, Columns.Of(alert)).Execute();
        session.Prepare(DropOldSends).Bind(1, Columns.Of(at - Kept)).Execute();
        session.Prepare(DropOldAlerts).Bind(1, Columns.Of(at - Kept)).Execute();
        return session.Prepare(Close).Bind(1, Columns.Of(alert)).Bind(2, Columns.Of(at)).Execute();
    });

    /// <summary>Puts what has to go out for alerts told together into the outbox and says when the next people are told, in one step.</summary>
    public async ValueTask TellAsync(IReadOnlyCollection<Alert> alerts, IReadOnlyCollection<AlertSend> sends)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(sends);
        await WriteAsync(session =>
        {
            foreach (var send in sends)
                Put(session, send);
            foreach (var alert in alerts)
                PutNext(session, alert);
            return true;
        });
    }

    /// <summary>Has the next people told at once of an alert and of what is told together with it, unless everybody was.</summary>
    public async ValueTask HurryAsync(Guid alert, DateTimeOffset at) =>
        await WriteAsync(session => session.Prepare(Hurry).Bind(1, Columns.Of(alert)).Bind(2, Columns.Of(at)).Execute());

    private static void PutNext(Session session, Alert alert)
    {
        var next = session.Prepare(SetNext).Bind(1, Columns.Of(alert.Id)).Bind(3, (int)alert.Queue);
        if (alert.Next is { } at)
            next.Bind(2, Columns.Of(at));
        next.Execute();
    }

    /// <summary>What of a way is to be tried by a moment, what was due first first; at most 100.</summary>
    public ImmutableArray<AlertSend> Due(AlertWayKind way, DateTimeOffset by) => Read(DueSends, statement => statement.Bind(1, (int)way).Bind(2, Columns.Of(by)), SendRow);

    /// <summary>Everything that went out or was to go out for an alert, oldest first.</summary>
    public ImmutableArray<AlertSend> Of(Guid alert) => Read(SendsOf, statement => statement.Bind(1, Columns.Of(alert)), SendRow);

    /// <summary>What was put into the outbox since a moment, newest first; at most 500.</summary>
    public ImmutableArray<AlertSend> Since(DateTimeOffset from) => Read(SendsSince, statement => statement.Bind(1, Columns.Of(from)), SendRow);

    /// <summary>Notes that something went.</summary>
    public async ValueTask SentAsync(Guid send, DateTimeOffset at) =>
        await WriteAsync(session => session.Prepare(MarkSent).Bind(1, Columns.Of(send)).Bind(2, Columns.Of(at)).Execute());

    /// <summary>Notes that an attempt failed, and when it is tried again; null for never.</summary>
    public async ValueTask FailedAsync(Guid send, string failure, DateTimeOffset? again) => await WriteAsync(session =>
    {
        var failed = session.Prepare(MarkFailed).Bind(1, Columns.Of(send)).Bind(3, failure);
        if (again is { } at)
            failed.Bind(2, Columns.Of(at));
        return failed.Execute();
    });

    private static void Put(Session session, AlertSend send)
    {
        var put = session.Prepare(PutSend)
            .Bind(1, Columns.Of(send.Id)).Bind(2, Columns.Of(send.Alert)).Bind(3, (int)send.Way).Bind(4, (int)send.Step).Bind(6, Columns.Of(send.Made));
        if (send.Staff is { } staff)
            put.Bind(5, Columns.Of(staff));
        put.Execute();
    }

    private static Alert AlertRow(Statement row) => new(
        Id(row, 0), Id(row, 1), (AlertKind)row.Int64(2), (Queue)row.Int64(3), Time(row, 4), TimeOrNull(row, 5), TimeOrNull(row, 6));

    private static AlertSend SendRow(Statement row) => new(
        Id(row, 0), Id(row, 1), (AlertWayKind)row.Int64(2), (AlertStep)row.Int64(3), row.IsNull(4) ? null : Id(row, 4), Time(row, 5), (int)row.Int64(6),
        TimeOrNull(row, 7), TimeOrNull(row, 8), row.IsNull(9) ? null : row.Text(9));
}
