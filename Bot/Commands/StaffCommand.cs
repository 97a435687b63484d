using System.CommandLine;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Commands;

/// <summary><c>staff add NAME --role ROLE</c>: prints a one-time set-up link. It may be used while the service runs.</summary>
public static class StaffCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var name = new Argument<string>("NAME") { Description = "The name colleagues know them by. They sign in with it." };
        name.Validators.Add(result =>
        {
            if (StaffName.Read(result.GetValueOrDefault<string>()) is null)
                result.AddError("A name has 2 to 60 letters, spaces, apostrophes, hyphens or full stops.");
        });
        var role = new Option<string>("--role") { Description = "What they may do.", HelpName = string.Join('|', StaffRoleNames.All.Keys.Order(StringComparer.Ordinal)), Required = true };
        role.AcceptOnlyFromAmong([.. StaffRoleNames.All.Keys]);
        var site = new Option<string>("--site") { Description = "Where the service is reached, for the link.", HelpName = "URL", DefaultValueFactory = _ => SetUpAddress.Default };
        var add = new Command("add", "Makes an account, or a new link for one that is there, and prints its set-up link.") { name, role, site };
        add.SetAction((parsed, cancellationToken) => AddAsync(
            terminal,
            terminal.PathOf(parsed.GetRequiredValue(data)),
            StaffName.Read(parsed.GetRequiredValue(name))!, // The validator has seen that it is one.
            StaffRoleNames.All[parsed.GetRequiredValue(role)],
            parsed.GetRequiredValue(site),
            cancellationToken));
        root.Add(new Command("staff", "Accounts of staff.") { add });
    }

    private static async Task<int> AddAsync(Terminal terminal, string data, string name, StaffRole role, string site, CancellationToken cancellationToken)
    {
        await using var services = Tools.Beside(data);
        await using var scope = services.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().InviteAsync(name, role, by: null, cancellationToken);
        var words = StaffWords.Of(role);
        await terminal.Out.WriteLineAsync(invited.IsNew
            ? $"{name} has an account now, with the role {words}."
            : $"{name} has an account already; its role is {words}. This link sets a new password and a new second step.");
        await terminal.Out.WriteLineAsync($"Give them this link. It works once, within 24 hours:\n\n  {SetUpAddress.Of(site, invited.Token)}\n");
        return 0;
    }
}
