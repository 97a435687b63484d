using ReportBot.Bot.Commands;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Tests.Commands;

/// <summary>A console in a folder of its own that keeps what is written.</summary>
public sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("reportbot-cli-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public Task<int> RunAsync(params string[] args) => RunAsync("", args);

    public Task<int> RunAsync(string input, string[] args) =>
        CommandLine.RunAsync(args, new Terminal(new StringReader(input), _out, _error, Folder), CancellationToken.None);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
