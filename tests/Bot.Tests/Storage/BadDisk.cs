using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>A disk that can be made to refuse every commit, or to have room for so many pages only.</summary>
internal sealed class BadDisk : IWriterProbe
{
    private Session? _session;

    /// <summary>True while every commit fails.</summary>
    public bool IsFailing { get; set; }

    /// <summary>How many pages the database may have from the next group on.</summary>
    public int? MostPages { get; set; }

    public void Opened(Session session) => _session = session;

    public void Began()
    {
        if (MostPages is { } pages)
            _session?.Pragma($"max_page_count = {pages}");
    }

    public void BeforeCommit()
    {
        if (IsFailing)
            throw new IOException("The disk refused.");
    }
}
