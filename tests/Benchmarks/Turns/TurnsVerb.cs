using System.Globalization;
using Microsoft.Data.Sqlite;
using ReportBot.Benchmarks.Serving;

namespace ReportBot.Benchmarks.Turns;

/// <summary>
/// Durable turns through HTTP: real conversations against the real service, 1, 16 and 64 at once. The load shares the processors with
/// the server; the server's own figures come from its own process.
/// </summary>
internal static class TurnsVerb
{
    private static readonly int[] Conversations = [1, 16, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CommitsFor = TimeSpan.FromSeconds(1);

    // Until the hot paths are compiled for good, their compilation is what would be measured.
    private const int WarmTurns = 20_000;
    private const int MostWarmUps = 60;

    /// <summary>Measures, and writes a table. The one option is the seconds each load lasts, 6 by default.</summary>
    public static async Task<int> RunAsync(string[] options, TextWriter output)
    {
        var howLong = TimeSpan.FromSeconds(options is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 6);
        Environment.SetEnvironmentVariable(Connection.InlineCompletions, "1");
        await using var server = await ServerProcess.StartAsync();
        var connections = new List<Connection>();
        try
        {
            var residents = await BeginAsync(server, connections);
            await WarmAsync(server, residents);
            await output.WriteLineAsync("conversations  turns/s  p50 ms  p99 ms  CPU ms/turn  KB/turn  turns/commit  bare commits/s  turns per bare commit  young/old GCs  paused ms");
            foreach (var conversations in Conversations)
                await output.WriteLineAsync(Row(await MeasureAsync(server, residents[..conversations], howLong)));
            await output.WriteLineAsync(await WeightAsync(server));
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }

        return 0;
    }

    private static async Task WarmAsync(ServerProcess server, Resident[] residents)
    {
        var turns = 0;
        for (var warmUps = 0; turns < WarmTurns && warmUps < MostWarmUps; warmUps++)
            turns += (await Load.RunAsync(server, residents, WarmUp, 0)).Turns;
    }

    private static async Task<Resident[]> BeginAsync(ServerProcess server, List<Connection> connections)
    {
        var residents = new Resident[Conversations.Max()];
        for (var number = 0; number < residents.Length; number++)
        {
            connections.Add(new Connection());
            await connections[number].OpenAsync(server.Address, CancellationToken.None);
            residents[number] = new Resident(connections[number], number);
            await residents[number].BeginAsync(CancellationToken.None);
        }

        return residents;
    }

    private static Task<Load> MeasureAsync(ServerProcess server, Resident[] residents, TimeSpan howLong) =>
        Load.RunAsync(server, residents, howLong, BareCommits.PerSecond(server.Folder, CommitsFor));

    private static string Row(Load load) => string.Create(
        CultureInfo.InvariantCulture,
        $"{load.Conversations,13}  {load.PerSecond,7:0}  {load.Percentile(50),6:0.0}  {load.Percentile(99),6:0.0}  {load.CpuMilliseconds,11:0.000}  {load.Kilobytes,7:0.0}  {load.GroupSize,12:0.0}  {load.Bare,14:0}  {load.PerSecond / load.Bare,21:0.00}  {load.Server.Young,9}/{load.Server.Old,3}  {load.Server.Paused.TotalMilliseconds,9:0}");

    private static async Task<string> WeightAsync(ServerProcess server)
    {
        var (threads, stored) = Stored(server);
        var sums = new double[4];
        foreach (var thread in threads)
            foreach (var (part, bytes) in (await server.WeighAsync(thread)).Index())
                sums[part] += bytes / 1024.0 / threads.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"A turn as stored: {stored / 1024:0.0} KB on average. The latest of each conversation: keys {sums[0]:0.0} KB, inbound {sums[1]:0.0}, replies {sums[2]:0.0}, state {sums[3]:0.0}.");
    }

    private static (List<string> Threads, double Stored) Stored(ServerProcess server)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "conversations.db")};Pooling=False");
        connection.Open();
        using var ids = connection.CreateCommand();
        ids.CommandText = "SELECT id FROM thread";
        var threads = new List<string>();
        using (var row = ids.ExecuteReader())
            while (row.Read())
                threads.Add(row.GetString(0));
        using var size = connection.CreateCommand();
        size.CommandText = "SELECT avg(length(body)) FROM turn";
        return (threads, Convert.ToDouble(size.ExecuteScalar(), CultureInfo.InvariantCulture));
    }
}
