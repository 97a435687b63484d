using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Benchmarks.Serving;

/// <summary>Counts the commits of the writer.</summary>
internal sealed class CommitCount : IWriterProbe
{
    private long _commits;

    /// <summary>How many there were.</summary>
    public long Commits => Volatile.Read(ref _commits);

    public void Opened(Session session)
    {
    }

    public void Began()
    {
    }

    // Only the writer's own thread comes here.
    public void BeforeCommit() => Volatile.Write(ref _commits, _commits + 1);
}
