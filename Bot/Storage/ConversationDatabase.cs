using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage;

/// <summary>The file of threads, turns and evidence, open: one writer and the readers of this process. Disposal finishes what waits to be written.</summary>
public sealed class ConversationDatabase : IAsyncDisposable
{
    private ConversationDatabase(DataFolder folder, IWriterProbe? probe)
    {
        var path = folder.Conversations;
        if (!File.Exists(path))
            DurableFile.Create(path, FileMode.OpenOrCreate).Dispose();
        var session = Session.OpenWriter(path);
        SchemaScripts.Apply(session.Connection, "conversations");
        Writer = new GroupCommit(path, session, probe);
        Readers = new SessionPool(path);
        Evidence = new EvidenceFolder(folder.Evidence);
    }

    internal GroupCommit Writer { get; }

    internal SessionPool Readers { get; }

    /// <summary>The files that rows of this database have the keys of.</summary>
    internal EvidenceFolder Evidence { get; }

    /// <summary>Opens the folder's database and brings its schema up to date; throws <see cref="IOException"/> when it cannot be opened as durable.</summary>
    public static ConversationDatabase Open(DataFolder folder) => Open(folder, probe: null);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Readers.Dispose();
        await Writer.DisposeAsync();
    }

    internal static ConversationDatabase Open(DataFolder folder, IWriterProbe? probe)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ConversationDatabase(folder, probe);
    }
}
