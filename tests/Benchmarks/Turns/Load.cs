using System.Diagnostics;
using ReportBot.Benchmarks.Serving;

namespace ReportBot.Benchmarks.Turns;

/// <summary>What so many conversations at once came to.</summary>
/// <param name="Conversations">How many there were; each says its next thing as soon as it has its answer.</param>
/// <param name="Turns">Turns answered.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Latencies">How long each turn took, in order of length.</param>
/// <param name="Server">What the server process used.</param>
/// <param name="Bare">The disk's bare commits a second, measured just before.</param>
internal sealed record Load(int Conversations, int Turns, TimeSpan Took, TimeSpan[] Latencies, ServerStats Server, double Bare)
{
    /// <summary>Turns a second.</summary>
    public double PerSecond => Turns / Took.TotalSeconds;

    /// <summary>The server's processor time a turn, in milliseconds.</summary>
    public double CpuMilliseconds => Server.Cpu.TotalMilliseconds / Turns;

    /// <summary>The server's allocation a turn, in kilobytes of 1,024 bytes.</summary>
    public double Kilobytes => Server.Allocated / 1024.0 / Turns;

    /// <summary>Turns a commit.</summary>
    public double GroupSize => (double)Turns / Server.Commits;

    /// <summary>The latency that so many of a hundred turns stay within, in milliseconds.</summary>
    public double Percentile(double percent) => Latencies[(int)Math.Min(Latencies.Length - 1, Latencies.Length * percent / 100)].TotalMilliseconds;

    /// <summary>Lets the residents talk for that long.</summary>
    public static async Task<Load> RunAsync(ServerProcess server, IReadOnlyList<Resident> residents, TimeSpan howLong, double bare)
    {
        var before = await server.StatsAsync();
        var begun = Stopwatch.GetTimestamp();
        var end = begun + (long)(howLong.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(residents.Select(resident => TalkAsync(resident, end)));
        var took = Stopwatch.GetElapsedTime(begun);
        var used = (await server.StatsAsync()).Since(before);
        var all = latencies.SelectMany(each => each).Order().Select(ticks => Stopwatch.GetElapsedTime(0, ticks)).ToArray();
        return new Load(residents.Count, all.Length, took, all, used, bare);
    }

    private static async Task<List<long>> TalkAsync(Resident resident, long end)
    {
        var latencies = new List<long>(64 * 1024);
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            await resident.SayAsync(CancellationToken.None);
            var answered = Stopwatch.GetTimestamp();
            latencies.Add(answered - now);
            now = answered;
        }

        return latencies;
    }
}
