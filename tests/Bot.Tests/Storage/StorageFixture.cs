using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Bot.Storage.Sqlite;
using ReportBot.Bot.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>A data folder of its own, gone with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Data = DataFolder.Open(Directory.CreateTempSubdirectory("reportbot-").FullName);

    public DataFolder Data { get; }

    /// <summary>The conversations' database as anyone with the file sees it.</summary>
    public SqliteConnection OpenDatabase()
    {
        var connection = new SqliteConnection($"Data Source={Data.Conversations};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Data.Path, recursive: true);
}

/// <summary>One service's view of a data folder: its ring, its codec, its database and its turns.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    public OpenStore(DataFolder folder, IWriterProbe? probe = null, EvidenceOptions? evidence = null)
    {
        Ring = FileKeyRing.Open(folder, TimeProvider.System);
        Codec = new DocumentCodec(Ring);
        Database = ConversationDatabase.Open(folder, probe);
        Turns = new SqliteTurnStore(Database, Codec);
        Evidence = new EvidenceStore(Database, Codec, Options.Create(evidence ?? new EvidenceOptions()), Clock, NullLogger<EvidenceStore>.Instance);
    }

    public FileKeyRing Ring { get; }

    public DocumentCodec Codec { get; }

    public ConversationDatabase Database { get; }

    public SqliteTurnStore Turns { get; }

    public EvidenceStore Evidence { get; }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Ring.Dispose();
    }
}

/// <summary>A clock that stands where it was put.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
