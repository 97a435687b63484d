using System.Diagnostics;
using System.Globalization;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>Kills a process that is storing turns, again and again, and looks at what it leaves.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _threads = [.. Enumerable.Range(0, 8).Select(_ => NewThread())];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_turn_survives_a_kill_at_any_moment()
    {
        var random = new Random(20261120);
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = await RunUntilKilled(afterLines: random.Next(1, 400));
            await AssertKept(acknowledged);
        }

        AssertIntact();
    }

    private async Task<Dictionary<string, int>> RunUntilKilled(int afterLines)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "ReportBot.CrashHost.dll");
        var start = new ProcessStartInfo("dotnet", [host, _folder.Data.Path, .. _threads]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!; // It is not a document to open, so a process is always started.
        var latest = new Dictionary<string, int>();
        for (var lines = 0; await process.StandardOutput.ReadLineAsync() is { } line; lines++)
        {
            if (lines == afterLines)
                process.Kill();
            var place = line.Split(' ');
            latest[place[0]] = int.Parse(place[1], CultureInfo.InvariantCulture);
        }

        await process.WaitForExitAsync();
        return latest;
    }

    private async Task AssertKept(Dictionary<string, int> acknowledged)
    {
        await using var store = new OpenStore(_folder.Data);
        foreach (var (thread, sequence) in acknowledged)
        {
            var turns = await store.Turns.ReadAsync(thread, 0, CancellationToken.None);
            Assert.True(turns.Count >= sequence, $"{sequence} turns were acknowledged and {turns.Count} are there.");
            Assert.All(turns.Index(), turn => Assert.Equal($"{thread} {turn.Index + 1}", Text(turn.Item.Inbound)));
        }
    }

    private void AssertIntact()
    {
        using var connection = _folder.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }
}
