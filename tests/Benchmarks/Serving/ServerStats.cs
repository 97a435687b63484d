using System.Globalization;

namespace ReportBot.Benchmarks.Serving;

/// <summary>What the server process has used since it began, or between two moments.</summary>
/// <param name="Cpu">Its processor time, user and kernel.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Commits">Transactions committed by the writer of turns.</param>
/// <param name="Young">Collections of any generation.</param>
/// <param name="Old">Collections of the oldest generation.</param>
/// <param name="Paused">Time all its threads stood still for collections.</param>
internal readonly record struct ServerStats(TimeSpan Cpu, long Allocated, long Commits, int Young, int Old, TimeSpan Paused)
{
    /// <summary>What was used since an earlier moment.</summary>
    public ServerStats Since(ServerStats earlier) => new(
        Cpu - earlier.Cpu, Allocated - earlier.Allocated, Commits - earlier.Commits, Young - earlier.Young, Old - earlier.Old, Paused - earlier.Paused);

    /// <summary>Reads a line that <see cref="ToString"/> wrote.</summary>
    public static ServerStats Parse(string line)
    {
        var parts = line.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new ServerStats(TimeSpan.FromTicks(parts[0]), parts[1], parts[2], (int)parts[3], (int)parts[4], TimeSpan.FromTicks(parts[5]));
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cpu.Ticks} {Allocated} {Commits} {Young} {Old} {Paused.Ticks}");
}
