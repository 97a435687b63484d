using System.Collections.Immutable;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// The rota and the outbox of alerts in <c>alerts.db</c>, a file of its own, so that nothing about alerts ever holds up a case. It holds ids,
/// moments and codes, and one sealed pair of keys: no name, number, address or word.
/// </summary>
public sealed partial class AlertStore : IAsyncDisposable
{
    private readonly GroupCommit _writer;
    private readonly SessionPool _readers;

    private AlertStore(string path, IDocumentCodec codec)
    {
        if (!File.Exists(path))
            DurableFile.Create(path, FileMode.OpenOrCreate).Dispose();
        var session = Session.OpenWriter(path);
        SchemaScripts.Apply(session.Connection, "alerts");
        PushKey = VapidKey.Of(session, codec);
        _writer = new GroupCommit(path, session, probe: null);
        _readers = new SessionPool(path);
    }

    /// <summary>The keys by which push services know this service.</summary>
    public VapidKey PushKey { get; }

    /// <summary>Opens the folder's file, making or updating it first; throws <see cref="IOException"/> when it cannot be opened as durable.</summary>
    public static AlertStore Open(DataFolder folder, IDocumentCodec codec)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(codec);
        return new AlertStore(folder.Alerts, codec);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync();
    }

    // Throws IOException when nothing was stored. False when the steps said that they must not be kept.
    private ValueTask<bool> WriteAsync(Func<Session, bool> steps) => _writer.Write(new Steps(steps));

    private ImmutableArray<T> Read<T>(Sql sql, Action<Statement> bind, Func<Statement, T> row)
    {
        using var reading = _readers.Rent(sql);
        bind(reading.Statement);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reading.Statement.Read())
            rows.Add(row(reading.Statement));
        return rows.ToImmutable();
    }

    private static Guid Id(Statement row, int column) => new(row.Blob(column), bigEndian: true);

    private static DateTimeOffset Time(Statement row, int column) => Columns.Time(row.Int64(column));

    private static DateTimeOffset? TimeOrNull(Statement row, int column) => row.IsNull(column) ? null : Time(row, column);

    private sealed class Steps(Func<Session, bool> steps) : PendingWrite<bool>
    {
        private bool _kept;

        public override bool HasSteps => true;

        protected override bool Answer => _kept;

        public override bool Apply(Session session) => _kept = steps(session);
    }
}
