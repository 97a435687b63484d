using System.Diagnostics;
using System.Net;

namespace ReportBot.Benchmarks.Serving;

/// <summary>The service in a child process, on a free port, in an empty data folder that goes with it or one that stays.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly bool _folderStays;

    private ServerProcess(Process process, string folder, bool folderStays, IPEndPoint address, TimeSpan startedIn) =>
        (_process, Folder, _folderStays, Address, StartedIn) = (process, folder, folderStays, address, startedIn);

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>How long it took from its start until it listened.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>The memory it holds now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it in an empty folder and waits until it listens.</summary>
    public static Task<ServerProcess> StartAsync() => StartAsync(Directory.CreateTempSubdirectory("reportbot-benchmark-").FullName, folderStays: false);

    /// <summary>Starts it in a folder that stays and waits until it listens.</summary>
    public static Task<ServerProcess> StartAsync(string folder) => StartAsync(folder, folderStays: true);

    private static async Task<ServerProcess> StartAsync(string folder, bool folderStays)
    {
        var begun = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(ServeVerb.Name);
        start.ArgumentList.Add(folder);
        start.Environment.Remove(Connection.InlineCompletions);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended before it listened.");
        return new ServerProcess(process, folder, folderStays, IPEndPoint.Parse(new Uri(address).Authority), Stopwatch.GetElapsedTime(begun));
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
        if (!_folderStays)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended.");
    }
}
