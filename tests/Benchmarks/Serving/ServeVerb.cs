using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Storage;

namespace ReportBot.Benchmarks.Serving;

/// <summary>
/// The service as it is, in a process of its own, so that its figures are its own. It answers "stats" and "weigh THREAD" on its
/// output, one line each, and ends with its input.
/// </summary>
internal static class ServeVerb
{
    /// <summary>The verb the load starts it with.</summary>
    public const string Name = "serve";

    /// <summary>Serves from a data folder until the input ends.</summary>
    public static async Task<int> RunAsync(string data, TextReader input, TextWriter output)
    {
        var commits = new CommitCount();
        await using var app = Service.Build(
            new ServiceArguments { Data = data, Urls = "http://127.0.0.1:0", Quiet = true },
            new Terminal(TextReader.Null, TextWriter.Null, Console.Error, data),
            builder => Adjust(builder, commits));
        await app.StartAsync(CancellationToken.None);
        await output.WriteLineAsync(app.Urls.First());
        while (await input.ReadLineAsync() is { } line)
            await output.WriteLineAsync(line.Split(' ') is ["weigh", var thread] ? await WeighAsync(app, thread) : Stats(commits).ToString());
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    // The allowances of a conversation and of a search are switched off: the load is a thousand times what a person can type. Nothing else differs.
    private static void Adjust(WebApplicationBuilder builder, CommitCount commits)
    {
        builder.Configuration["Website:MessagesPerMinute"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        builder.Configuration[$"{SearchOptions.Section}:{nameof(SearchOptions.MostInTenMinutes)}"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        builder.Services.AddSingleton(provider => ConversationDatabase.Open(provider.GetRequiredService<DataFolder>(), commits));
    }

    private static ServerStats Stats(CommitCount commits)
    {
        using var process = Process.GetCurrentProcess();
        return new ServerStats(
            process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), commits.Commits, GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalPauseDuration());
    }

    private static async Task<string> WeighAsync(WebApplication app, string thread)
    {
        var tail = await app.Services.GetRequiredService<ITurnStore>().LatestAsync(thread, CancellationToken.None);
        return tail?.Latest is { } turn
            ? string.Create(CultureInfo.InvariantCulture, $"{turn.Keys.Length} {turn.Inbound.Length} {turn.Replies.Length} {turn.State.Length}")
            : "0 0 0 0";
    }
}
