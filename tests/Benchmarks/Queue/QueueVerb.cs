using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ReportBot.Benchmarks.Serving;
using ReportBot.Bot.Commands;
using ReportBot.Bot.Hosting;

namespace ReportBot.Benchmarks.Queue;

/// <summary>
/// What staff wait for among a thousand cases and among a million: the queue, a search and a case, each a whole page over HTTP, one after
/// the other. The load shares the processors with the server.
/// </summary>
internal static partial class QueueVerb
{
    private const int Warm = 150;
    private const int Pages = 500;
    private const int Hops = 40;
    private static readonly string[] Surnames = ["smith", "khan", "patel", "jones", "nowak", "okafor", "taylor", "begum", "wilson", "ali"];

    /// <summary>Measures at both sizes and writes a table. Each size is a number of made-up cases, or a data folder that has them.</summary>
    public static async Task<int> RunAsync(string[] sizes, TextWriter output)
    {
        var (small, large) = sizes is [var first, var second] ? (first, second) : ("1000", "1000000");
        var one = await MeasureAsync(small, output);
        var other = await MeasureAsync(large, output);
        await output.WriteLineAsync($"{"",-28}{one.Cases,10:N0} cases        {other.Cases,10:N0} cases");
        await output.WriteLineAsync($"{"",-28}{"p50 ms",8}{"p99 ms",8}    {"p50 ms",8}{"p99 ms",8}    ratio p50, p99");
        foreach (var (page, times) in one.Times)
            await output.WriteLineAsync(Row(page, times, other.Times[page]));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"The server's memory afterwards: {one.Memory / 1e6:0} MB, {other.Memory / 1e6:0} MB."));
        return 0;
    }

    private static string Row(string page, double[] one, double[] other)
    {
        var (a, b, c, d) = (At(one, 50), At(one, 99), At(other, 50), At(other, 99));
        return string.Create(CultureInfo.InvariantCulture, $"{page,-28}{a,8:0.0}{b,8:0.0}    {c,8:0.0}{d,8:0.0}    {c / a:0.00}, {d / b:0.00}");
    }

    private static double At(double[] times, int percentile) => times[(times.Length - 1) * percentile / 100];

    private static async Task<Measured> MeasureAsync(string size, TextWriter output)
    {
        if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return await MeasureFolderAsync(Path.GetFullPath(size));
        var folder = Path.Combine(Path.GetTempPath(), $"reportbot-queue-{Guid.NewGuid():N}");
        try
        {
            var terminal = new Terminal(TextReader.Null, TextWriter.Null, output, Path.GetTempPath());
            return await CommandLine.RunAsync(["demo", "--cases", size, "--data", folder], terminal, CancellationToken.None) == 0
                ? await MeasureFolderAsync(folder)
                : throw new InvalidOperationException("The cases were not made.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Measured> MeasureFolderAsync(string folder)
    {
        await using var server = await ServerProcess.StartAsync(folder);
        await UntilNothingIsDueAsync(folder);
        using var worker = await Caseworker.SignInAsync(folder, server.Address);
        var times = new Dictionary<string, double[]>();
        times["the queue, to do"] = await TimeAsync(_ => worker.OpenAsync("/staff"));
        times["the queue, all"] = await TimeAsync(_ => worker.OpenAsync("/staff?show=all"));
        times["the queue, narrowed"] = await TimeAsync(_ => worker.OpenAsync("/staff?show=all&who=nobody&missed=true&risk=High"));
        times["the queue, closed"] = await TimeAsync(_ => worker.OpenAsync("/staff?show=closed"));
        times["tasks, nobody's"] = await TimeAsync(_ => worker.OpenAsync("/staff/tasks?show=nobody"));
        times["the audit record"] = await TimeAsync(_ => worker.OpenAsync("/staff/audit"));
        times["the rota"] = await TimeAsync(_ => worker.OpenAsync("/staff/rota"));
        var (deep, cases) = await WalkAsync(worker);
        times["the queue, far down"] = await TimeAsync(i => worker.OpenAsync(deep[i % deep.Count]));
        times["a case"] = await TimeAsync(i => worker.OpenAsync(cases[i * 7 % cases.Count]));
        await worker.OpenAsync("/staff");
        times["search, surname"] = await TimeAsync(i => worker.PostAsync("/staff?handler=Find", ("look", Surnames[i % Surnames.Length])));
        times["search, surname and house"] = await TimeAsync(i => worker.PostAsync("/staff?handler=Find", ("look", $"{Surnames[i % Surnames.Length]} {(i % 200) + 1}")));
        times["search, phone"] = await TimeAsync(i => worker.PostAsync("/staff?handler=Find", ("look", string.Create(CultureInfo.InvariantCulture, $"07700900{i % 1000:000}"))));
        return new Measured(Count(folder, "SELECT count(*) FROM cases"), times, server.Memory);
    }

    // Pages at many places of the longest list, and the cases on them.
    private static async Task<(List<string> Deep, List<string> Cases)> WalkAsync(Caseworker worker)
    {
        var (deep, cases) = (new List<string> { "/staff?show=all" }, new List<string>());
        while (deep.Count <= Hops)
        {
            await worker.OpenAsync(deep[^1]);
            cases.AddRange(Open().Matches(worker.Page).Select(match => match.Groups[1].Value));
            if (Next().Match(worker.Page) is not { Success: true } next)
                break;
            deep.Add(WebUtility.HtmlDecode(next.Groups[1].Value));
        }

        return (deep, cases);
    }

    private static async Task<double[]> TimeAsync(Func<int, Task<TimeSpan>> open)
    {
        for (var i = 0; i < Warm; i++)
            await open(i);
        var times = new double[Pages];
        for (var i = 0; i < Pages; i++)
            times[i] = (await open(i)).TotalMilliseconds;
        Array.Sort(times);
        return times;
    }

    // What fell due since the cases were made is done once, when the service starts.
    private static async Task UntilNothingIsDueAsync(string folder)
    {
        while (Count(folder, $"SELECT count(*) FROM cases WHERE acts <= {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}") > 0)
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    }

    private static long Count(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cases.db")};Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
#pragma warning disable CA2100 // The text is our own.
        count.CommandText = sql;
#pragma warning restore CA2100
        return (long)count.ExecuteScalar()!;
    }

    [GeneratedRegex("class=\"open\" href=\"([^\"]+)\"")]
    private static partial Regex Open();

    [GeneratedRegex("class=\"button\" href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();

    private sealed record Measured(long Cases, Dictionary<string, double[]> Times, long Memory);
}
