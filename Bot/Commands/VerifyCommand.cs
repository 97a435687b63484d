using System.CommandLine;
using System.Globalization;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary><c>verify</c>: opens every case and works its clear columns out anew from its history. It changes nothing and may be used while the service runs.</summary>
public static class VerifyCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var verify = new Command("verify", "Checks that every case opens and that what queues are ordered by agrees with its history.");
        verify.SetAction((parsed, cancellationToken) => CheckAsync(terminal, terminal.PathOf(parsed.GetRequiredValue(data)), cancellationToken));
        root.Add(verify);
    }

    private static async Task<int> CheckAsync(Terminal terminal, string data, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            await terminal.Error.WriteLineAsync($"There is no folder {data}.");
            return 1;
        }

        await using var services = Tools.Beside(data);
        var (checkedCases, wrong) = (0, 0);
        await foreach (var result in services.GetRequiredService<CaseVerification>().CheckAsync(cancellationToken))
        {
            checkedCases++;
            if (result.Problem is not { } problem)
                continue;
            wrong++;
            await terminal.Out.WriteLineAsync($"{result.Id:N}: {problem}");
        }

        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{checkedCases} cases checked, {wrong} wrong."));
        return wrong == 0 ? 0 : 1;
    }
}
