namespace ReportBot.Bot.Hosting;

/// <summary>The console of whoever started the process: where a verb reads and writes, and where a set-up link is shown. It is never the log.</summary>
/// <param name="In">What is typed or piped in.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">What went wrong, in words.</param>
/// <param name="Folder">The folder it was called from: relative paths are relative to it.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, string Folder)
{
    /// <summary>The console this process was started from.</summary>
    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error, Environment.CurrentDirectory);

    /// <summary>A path as the caller meant it, made absolute.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);
}
