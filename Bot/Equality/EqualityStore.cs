using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Equality;

/// <summary>
/// The answers to the questions about a person, as totals of a month in a file of their own. Nothing in it, and nothing it is given, says
/// whose they were: no thread, case, session, address or time.
/// </summary>
public sealed class EqualityStore : IAsyncDisposable
{
    private static readonly Sql All = new("SELECT id, version, key, totals FROM month ORDER BY id");

    private readonly IDocumentCodec _codec;
    private readonly TimeProvider _clock;
    private readonly ILogger<EqualityStore> _logger;
    private readonly GroupCommit _writer;
    private readonly SessionPool _readers;

    private EqualityStore(string path, IDocumentCodec codec, TimeProvider clock, ILogger<EqualityStore> logger, IWriterProbe? probe)
    {
        (_codec, _clock, _logger) = (codec, clock, logger);
        if (!File.Exists(path))
            DurableFile.Create(path, FileMode.OpenOrCreate).Dispose();
        var session = Session.OpenWriter(path);
        SchemaScripts.Apply(session.Connection, "equality");
        _writer = new GroupCommit(path, session, probe);
        _readers = new SessionPool(path);
    }

    /// <summary>Opens the folder's totals; throws <see cref="IOException"/> when they cannot be opened as durable.</summary>
    public static EqualityStore Open(DataFolder folder, IDocumentCodec codec, TimeProvider clock, ILogger<EqualityStore> logger) => Open(folder, codec, clock, logger, probe: null);

    /// <summary>Adds one form to this month's totals, durably. Throws <see cref="IOException"/> when nothing was stored.</summary>
    public async Task AddAsync(IReadOnlyCollection<KeyValuePair<string, string>> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await _writer.Write(new AddForm(_codec, WallClock.London.DateAt(_clock.GetUtcNow()), answers));
        await EmptyLogAsync();
    }

    /// <summary>Every month there are totals of, oldest first.</summary>
    public IReadOnlyList<EqualityMonth> Read()
    {
        using var reading = _readers.Rent(All);
        var months = new List<EqualityMonth>();
        while (reading.Statement.Read())
        {
            var row = reading.Statement;
            var id = (int)row.Int64(0);
            months.Add(new EqualityMonth(new DateOnly(id / 100, id % 100, 1), AddForm.Open(_codec, id, row.Int64(1), row.Blob(2), row.Blob(3))));
        }

        return months;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync();
    }

    internal static EqualityStore Open(DataFolder folder, IDocumentCodec codec, TimeProvider clock, ILogger<EqualityStore> logger, IWriterProbe? probe)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(codec);
        return new EqualityStore(folder.Equality, codec, clock, logger, probe);
    }

    internal static int IdOf(DateOnly day) => (day.Year * 100) + day.Month;

    // The write-ahead log would hold the totals as they were before each form, in order: whoever can open them all has every form.
    private async Task EmptyLogAsync()
    {
        try
        {
            await _writer.Write(new TruncateLog());
        }
        catch (IOException failure)
        {
            // The form is stored all the same, and the next one empties the log.
            Log.EqualityLogNotEmptied(_logger, failure.GetType().Name);
        }
    }
}
