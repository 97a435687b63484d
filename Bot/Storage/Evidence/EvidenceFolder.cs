namespace ReportBot.Bot.Storage.Evidence;

/// <summary>The encrypted files on disk: <c>evidence/xx/ID.original</c> and <c>.copy</c>, xx being the first two digits of the id.</summary>
internal sealed class EvidenceFolder(string path)
{
    public const string Original = "original";
    public const string Copy = "copy";

    // While it is written.
    private const string Unfinished = ".new";

    public string PathOf(string id, string part) => Path.Combine(FolderOf(id), $"{id}.{part}");

    /// <summary>Where a part is written before it is whole.</summary>
    public string UnfinishedPathOf(string id, string part)
    {
        if (!Directory.Exists(FolderOf(id)))
        {
            DataFolder.Make(FolderOf(id));
            DurableFile.FlushFolder(path);
        }

        return PathOf(id, part) + Unfinished;
    }

    /// <summary>Gives a flushed part its name.</summary>
    public void Finish(string id, string part) => DurableFile.Rename(PathOf(id, part) + Unfinished, PathOf(id, part));

    /// <summary>Deletes everything under an id, finished or not.</summary>
    public void Delete(string id)
    {
        foreach (var part in (ReadOnlySpan<string>)[Original, Copy])
            Delete(id, part);
    }

    public void Delete(string id, string part)
    {
        if (!Directory.Exists(FolderOf(id)))
            return;
        File.Delete(PathOf(id, part));
        File.Delete(PathOf(id, part) + Unfinished);
    }

    /// <summary>The ids of the files last written before a moment.</summary>
    public IEnumerable<string> IdsBefore(DateTimeOffset moment) => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        .Where(file => File.GetLastWriteTimeUtc(file) < moment.UtcDateTime)
        .Select(file => Path.GetFileName(file).Split('.')[0])
        .Where(id => id.Length == EvidenceFile.IdLength)
        .Distinct();

    private string FolderOf(string id) => Path.Combine(path, id[..2]);
}
