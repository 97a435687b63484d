namespace ReportBot.Bot.Storage;

/// <summary>Holds a data folder for one process. The system lets go of it when the process ends, however it ends.</summary>
public sealed class DataFolderClaim : IDisposable
{
    private readonly FileStream _lock;

    private DataFolderClaim(DataFolder folder, FileStream held) => (Folder, _lock) = (folder, held);

    /// <summary>The folder it holds.</summary>
    public DataFolder Folder { get; }

    /// <summary>Claims the folder; throws <see cref="DataFolderInUseException"/> when another process holds it.</summary>
    public static DataFolderClaim Take(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.Path, "in-use.lock");
        try
        {
            return new DataFolderClaim(folder, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new DataFolderInUseException(folder, cause);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();
}

/// <summary>Another process already uses the data folder.</summary>
public sealed class DataFolderInUseException : IOException
{
    /// <summary>Says which folder it is and what to do.</summary>
    public DataFolderInUseException(DataFolder folder, Exception cause)
        : base($"Another ReportBot is using the folder {folder?.Path}. Stop it first, or choose another folder with --data.", cause)
    {
    }
}
