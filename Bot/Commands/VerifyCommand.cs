using System.CommandLine;
using System.Globalization;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary><c>verify</c>: opens every case and works its clear columns out anew from its history, and checks the chain of the audit record. It changes nothing and may be used while the service runs.</summary>
public static class VerifyCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var end = new Option<string>("--audit-end") { Description = "Where the audit record ended once, as this command told it then.", HelpName = "END" };
        end.Validators.Add(result =>
        {
            if (AuditEnd.Read(result.GetValueOrDefault<string>()) is null)
                result.AddError("--audit-end is a number, a colon and a hash, as this command prints them.");
        });
        var verify = new Command("verify", "Checks that every case opens, that what queues are ordered by agrees with its history, and that the audit record is whole.") { end };
        verify.SetAction((parsed, cancellationToken) => CheckAsync(
            terminal, terminal.PathOf(parsed.GetRequiredValue(data)), AuditEnd.Read(parsed.GetValue(end)), cancellationToken));
        root.Add(verify);
    }

    private static async Task<int> CheckAsync(Terminal terminal, string data, AuditEnd? earlier, CancellationToken cancellationToken)
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
        var counts = await services.GetRequiredService<CaseVerification>().CountsAreRightAsync(cancellationToken);
        await terminal.Out.WriteLineAsync(counts ? "The counts are right." : "The counts are wrong.");
        var audit = await CheckAuditAsync(services, earlier, cancellationToken);
        await terminal.Out.WriteLineAsync(audit.Problem is { } broken ? $"The audit record is broken: {broken}." : $"The audit record is whole. It ends at {audit.End}");
        return wrong == 0 && counts && audit.Problem is null ? 0 : 1;
    }

    private static async Task<AuditCheck> CheckAuditAsync(ServiceProvider services, AuditEnd? earlier, CancellationToken cancellationToken)
    {
        var verification = services.GetRequiredService<AuditVerification>();
        var given = earlier is null ? Array.Empty<AuditEnd>() : [earlier];
        try
        {
            return await verification.CheckAsync(services.GetRequiredService<KeptAuditEnd>().Read() is { } kept ? [.. given, kept] : given, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return (await verification.CheckAsync(given, cancellationToken)) with { Problem = "the end kept beside it in audit.end was changed" };
        }
    }
}
