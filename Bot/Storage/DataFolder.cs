namespace ReportBot.Bot.Storage;

/// <summary>The one folder everything is kept in, open to the service's own account only.</summary>
public sealed record DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataFolder(string path) => Path = path;

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The folder of the key ring.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The folder of the encrypted files people sent.</summary>
    public string Evidence => System.IO.Path.Combine(Path, "evidence");

    /// <summary>The database of threads and turns.</summary>
    public string Conversations => System.IO.Path.Combine(Path, "conversations.db");

    /// <summary>The database of cases.</summary>
    public string Cases => System.IO.Path.Combine(Path, "cases.db");

    /// <summary>Where the audit record ended, kept beside it.</summary>
    public string AuditEnd => System.IO.Path.Combine(Path, "audit.end");

    /// <summary>The database of the totals of equality answers.</summary>
    public string Equality => System.IO.Path.Combine(Path, "equality.db");

    /// <summary>The database of reports that staff are entering.</summary>
    public string Entries => System.IO.Path.Combine(Path, "entries.db");

    /// <summary>The database of the rota and of alerts to staff.</summary>
    public string Alerts => System.IO.Path.Combine(Path, "alerts.db");

    /// <summary>Makes the folder when it is not there; a relative path starts at the caller's folder.</summary>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        foreach (var part in new[] { folder.Path, folder.Keys, folder.Evidence })
            Make(part);
        return folder;
    }

    /// <summary>Makes a folder that only the service's account can look into.</summary>
    internal static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        if (File.GetUnixFileMode(path) != OwnerOnly)
            File.SetUnixFileMode(path, OwnerOnly);
    }
}
