using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Demo;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Commands;

/// <summary><c>demo [--cases N]</c>: fills an empty data folder with made-up cases. It refuses any other.</summary>
public static class DemoCommand
{
    private const int Most = 1_000_000;

    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var cases = new Option<int>("--cases")
        {
            Description = "How many, 1 to 1,000,000.", HelpName = "N", DefaultValueFactory = _ => 24, CustomParser = Cases,
        };
        var demo = new Command("demo", "Fills an empty data folder with made-up cases, to look around and to learn.") { cases };
        demo.SetAction((parsed, cancellationToken) => FillAsync(terminal, terminal.PathOf(parsed.GetRequiredValue(data)), parsed.GetRequiredValue(cases), cancellationToken));
        root.Add(demo);
    }

    private static int Cases(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var cases) && cases is >= 1 and <= Most)
            return cases;
        result.AddError("--cases is a number from 1 to 1,000,000.");
        return 0;
    }

    private static async Task<int> FillAsync(Terminal terminal, string data, int cases, CancellationToken cancellationToken)
    {
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            await terminal.Error.WriteLineAsync($"The folder {data} is not empty, so nothing was put in. Made-up cases never go beside real ones: choose a new folder with --data.");
            return 1;
        }

        await using var services = Tools.Alone(data);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var staff = new List<StaffActor>();
        var links = new List<string>();
        foreach (var (name, role) in DemoCases.Staff)
        {
            var invited = await accounts.InviteAsync(name, role, by: null, cancellationToken);
            if (role is StaffRole.Caseworker)
                staff.Add(new StaffActor(invited.Member, role));
            links.Add($"  {name}, {StaffWords.Inside(StaffWords.Of(role))}: {SetUpAddress.Of(SetUpAddress.Default, invited.Token)}");
        }

        var demo = new DemoCases(
            services.GetRequiredService<ICaseStore>(), services.GetRequiredService<ITurnStore>(), services.GetRequiredService<ActivityJson>(), services.GetRequiredService<TimeProvider>());
        await demo.FillAsync(cases, staff, cancellationToken);
        await terminal.Out.WriteLineAsync($"{cases} made-up case{(cases == 1 ? " is" : "s are")} in {data}. Start the service on it; these links set up its staff, once, within 24 hours:\n");
        await terminal.Out.WriteLineAsync(string.Join('\n', links));
        return 0;
    }
}
