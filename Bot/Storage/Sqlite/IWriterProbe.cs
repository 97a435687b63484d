namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>Where a test stands between the writer and the disk.</summary>
internal interface IWriterProbe
{
    /// <summary>A connection that writes was opened.</summary>
    void Opened(Session session);

    /// <summary>A transaction was begun.</summary>
    void Began();

    /// <summary>A group is about to be committed; throwing here is a commit that failed.</summary>
    void BeforeCommit();
}
