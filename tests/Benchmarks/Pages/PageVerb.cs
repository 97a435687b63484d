using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ReportBot.Benchmarks.Serving;

namespace ReportBot.Benchmarks.Pages;

/// <summary>What opening the chat costs a phone: every byte of every answer, headers included, and how soon the first question is there.</summary>
internal static partial class PageVerb
{
    private const int Visits = 200;

    /// <summary>Opens the chat page as a browser with an empty cache, and writes what came.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        await using var server = await ServerProcess.StartAsync();
        using var connection = new Connection();
        await connection.OpenAsync(server.Address, CancellationToken.None);
        var begun = Stopwatch.GetTimestamp();
        var page = await GetAsync(connection, "/chat");
        var first = Stopwatch.GetElapsedTime(begun);
        var total = await WriteAsync(output, "/chat", connection);
        if (!page.Contains("999", StringComparison.Ordinal) || !page.Contains("id=\"asked\"", StringComparison.Ordinal))
            throw new InvalidOperationException("The first response lacks 999 or the first question.");
        foreach (var address in Linked().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            await GetAsync(connection, address);
            total += await WriteAsync(output, address, connection);
        }

        await output.WriteLineAsync(Summary(total, server.StartedIn, first, await VisitsAsync(connection)));
        return 0;
    }

    private static string Summary(int total, TimeSpan started, TimeSpan first, TimeSpan[] visits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total,7} bytes over the wire in total ({total / 1024.0:0.0} KB). Listening after {started.TotalMilliseconds:0} ms; the first question {first.TotalMilliseconds:0} ms after the very first request, later p50 {visits[Visits / 2].TotalMilliseconds:0.0} ms, p99 {visits[Visits * 99 / 100].TotalMilliseconds:0.0} ms.");

    private static async Task<int> WriteAsync(TextWriter output, string address, Connection connection)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{connection.Wire,7} bytes  {connection.Status}  {address}"));
        return connection.Wire;
    }

    private static async Task<TimeSpan[]> VisitsAsync(Connection connection)
    {
        var visits = new TimeSpan[Visits];
        for (var visit = 0; visit < Visits; visit++)
        {
            var begun = Stopwatch.GetTimestamp();
            await GetAsync(connection, "/chat");
            visits[visit] = Stopwatch.GetElapsedTime(begun);
        }

        Array.Sort(visits);
        return visits;
    }

    private static async Task<string> GetAsync(Connection connection, string address)
    {
        var request = $"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n";
        await connection.SendAsync(Encoding.ASCII.GetBytes(request), CancellationToken.None);
        if (connection.Status != 200)
            throw new InvalidOperationException($"The server answered {connection.Status} to {address}.");
        var encoding = Encoding.ASCII.GetString(connection.Head);
        using var body = new MemoryStream(connection.Body.ToArray());
        await using Stream plain = encoding.Contains("Content-Encoding: br", StringComparison.Ordinal) ? new BrotliStream(body, CompressionMode.Decompress)
            : encoding.Contains("Content-Encoding: gzip", StringComparison.Ordinal) ? new GZipStream(body, CompressionMode.Decompress)
            : body;
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }

    // Whatever a browser loads by itself: styles, icons and scripts.
    [GeneratedRegex("""(?:<link[^>]+href|<script[^>]+src|<img[^>]+src)="(/[^"]+)"?""")]
    private static partial Regex Linked();
}
