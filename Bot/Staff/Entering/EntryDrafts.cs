using System.Security.Cryptography;
using System.Text.Json;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>
/// What each member of staff is entering, sealed in a file of its own, one draft each: it is there after a session ended, on another computer,
/// and after a restart. It goes when it is sent, or a day after it was last kept.
/// </summary>
public sealed class EntryDrafts : IAsyncDisposable
{
    /// <summary>How long a draft is kept after it was last changed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly Sql One = new("SELECT version, key, document FROM entry WHERE id = ?1 AND expires > ?2");

    private static readonly Sql Everybody = new("SELECT id FROM entry WHERE expires > ?1");

    private readonly IDocumentCodec _codec;
    private readonly TimeProvider _clock;
    private readonly GroupCommit _writer;
    private readonly SessionPool _readers;

    private EntryDrafts(string path, IDocumentCodec codec, TimeProvider clock)
    {
        (_codec, _clock) = (codec, clock);
        if (!File.Exists(path))
            DurableFile.Create(path, FileMode.OpenOrCreate).Dispose();
        var session = Session.OpenWriter(path);
        SchemaScripts.Apply(session.Connection, "entries");
        _writer = new GroupCommit(path, session, probe: null);
        _readers = new SessionPool(path);
    }

    /// <summary>Opens the folder's drafts; throws <see cref="IOException"/> when they cannot be opened as durable.</summary>
    public static EntryDrafts Open(DataFolder folder, IDocumentCodec codec, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new EntryDrafts(folder.Entries, codec, clock);
    }

    /// <summary>What somebody is entering; null when nothing is kept for them.</summary>
    public EntryDraft? Find(Guid staff)
    {
        using var reading = _readers.Rent(One);
        var row = reading.Statement.Bind(1, Id(staff)).Bind(2, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (!row.Read())
            return null;
        var version = row.Int64(0);
        using var key = _codec.OpenKey(row.Blob(1));
        var document = key.Open(Binding(staff, version), row.Blob(2));
        row.Reset();
        var draft = JsonSerializer.Deserialize(document, EntryJson.Default.EntryDraft)! with { Version = version }; // A sealed document is never null.
        CryptographicOperations.ZeroMemory(document);
        return draft;
    }

    /// <summary>Everything that is being entered: at most one for each member of staff.</summary>
    public IReadOnlyList<EntryDraft> All()
    {
        var staff = new List<Guid>();
        using (var reading = _readers.Rent(Everybody))
        {
            var row = reading.Statement.Bind(1, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            while (row.Read())
                staff.Add(new Guid(row.Blob(0), bigEndian: true));
        }

        return [.. staff.Select(Find).OfType<EntryDraft>()];
    }

    /// <summary>
    /// Keeps a draft in place of the version it was made from; 0 is the first. False when another is kept by now, and nothing was changed.
    /// Throws <see cref="IOException"/> when it could not be stored.
    /// </summary>
    public async Task<bool> KeepAsync(Guid staff, EntryDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var key = _codec.NewKey();
        var document = JsonSerializer.SerializeToUtf8Bytes(draft, EntryJson.Default.EntryDraft);
        var now = _clock.GetUtcNow();
        var sealedDraft = key.Seal(Binding(staff, draft.Version + 1), document);
        CryptographicOperations.ZeroMemory(document);
        return await _writer.Write(new KeepEntry(Id(staff), draft.Version, now, now + Kept, key.Wrapped.ToArray(), sealedDraft));
    }

    /// <summary>Forgets what somebody was entering, if it still is this report. Throws <see cref="IOException"/> when it could not be deleted.</summary>
    public async Task ForgetAsync(Guid staff, Guid report)
    {
        if (Find(staff)?.Id != report)
            return;
        await _writer.Write(new DeleteEntries(Id(staff), null));
        await _writer.Write(new TruncateLog());
    }

    /// <summary>Deletes what nobody has changed for a day, keys and all; answers whether there was any.</summary>
    public async Task<bool> DeleteDueAsync()
    {
        var deleted = await _writer.Write(new DeleteEntries(null, _clock.GetUtcNow()));
        if (deleted)
            await _writer.Write(new TruncateLog());
        return deleted;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync();
    }

    private static byte[] Id(Guid staff) => staff.ToByteArray(bigEndian: true);

    private static DocumentBinding Binding(Guid staff, long version) => new("entry", staff.ToString("N"), version);
}

/// <summary>Keeps a draft in place of the version it was made from. One that has expired is as good as none.</summary>
internal sealed class KeepEntry(byte[] staff, long from, DateTimeOffset now, DateTimeOffset expires, byte[] key, byte[] document) : PendingWrite<bool>
{
    private static readonly Sql Put = new("""
        INSERT INTO entry (id, version, expires, key, document) SELECT ?1, ?2, ?3, ?4, ?5
            WHERE ?6 = 0 OR EXISTS (SELECT 1 FROM entry WHERE id = ?1)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, expires = excluded.expires, key = excluded.key, document = excluded.document
            WHERE entry.version = ?6 OR entry.expires <= ?7
        """);

    private bool _kept;

    protected override bool Answer => _kept;

    public override bool Apply(Session session) => _kept = session.Prepare(Put)
        .Bind(1, staff).Bind(2, from + 1).Bind(3, expires.ToUnixTimeMilliseconds()).Bind(4, key).Bind(5, document).Bind(6, from).Bind(7, now.ToUnixTimeMilliseconds())
        .Execute();
}

/// <summary>Deletes the draft of one member of staff, or all that have expired.</summary>
internal sealed class DeleteEntries(byte[]? staff, DateTimeOffset? expired) : PendingWrite<bool>
{
    private static readonly Sql Theirs = new("DELETE FROM entry WHERE id = ?1");
    private static readonly Sql Expired = new("DELETE FROM entry WHERE expires <= ?1");

    private bool _deleted;

    protected override bool Answer => _deleted;

    public override bool Apply(Session session) => _deleted = staff is not null
        ? session.Prepare(Theirs).Bind(1, staff).Execute()
        : session.Prepare(Expired).Bind(1, expired!.Value.ToUnixTimeMilliseconds()).Execute(); // One of the two is given.
}
