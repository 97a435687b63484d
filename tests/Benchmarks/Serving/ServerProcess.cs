using System.Diagnostics;
using System.Net;

namespace ReportBot.Benchmarks.Serving;

/// <summary>The service in a child process, on a free port and in an empty data folder that goes with it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string folder, IPEndPoint address, TimeSpan startedIn) =>
        (_process, Folder, Address, StartedIn) = (process, folder, address, startedIn);

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>How long it took from its start until it listened.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportbot-benchmark-").FullName;
        var begun = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(ServeVerb.Name);
        start.ArgumentList.Add(folder);
        start.Environment.Remove(Connection.InlineCompletions);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended before it listened.");
        return new ServerProcess(process, folder, IPEndPoint.Parse(new Uri(address).Authority), Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>What it has used so far.</summary>
    public async Task<ServerStats> StatsAsync() => ServerStats.Parse(await AskAsync("stats"));

    /// <summary>The bytes of the parts of a thread's latest turn: keys, inbound, replies, state.</summary>
    public async Task<int[]> WeighAsync(string thread) => [.. (await AskAsync("weigh " + thread)).Split(' ').Select(int.Parse)];

    /// <summary>Ends it and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended.");
    }
}
