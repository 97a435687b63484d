using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff;

/// <summary>When nobody can sign in yet, shows a one-time set-up link on the console once the service listens. It is never logged.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IServer server, Terminal terminal, ILogger<FirstAdministrator> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ShowLinkAsync(cancellationToken);
        }
        catch (IOException failure)
        {
            // Residents do not wait for staff: the service goes on, and the next start or "staff add" makes a link.
            Log.FirstLinkNotMade(logger, failure.GetType().Name);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ShowLinkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        if (await accounts.AnyReadyAsync(cancellationToken))
            return;
        var link = SetUpAddress.Of(Address(), await accounts.InviteFirstAsync(cancellationToken));
        Log.FirstLinkShown(logger);
        await terminal.Out.WriteLineAsync(
            $"\nNobody can sign in yet. Open this link once, within 24 hours, to set up the first administrator:\n\n  {link}\n".AsMemory(), cancellationToken);
        await terminal.Out.FlushAsync(cancellationToken);
    }

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? SetUpAddress.Default;
}

/// <summary>The address of a set-up link.</summary>
public static class SetUpAddress
{
    /// <summary>Where the service listens when nothing else is said.</summary>
    public const string Default = "http://localhost:5000";

    /// <summary>The whole link. An address that means "every interface" is none to open, so it becomes localhost.</summary>
    public static string Of(string site, string token)
    {
        ArgumentNullException.ThrowIfNull(site);
        var open = site
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal);
        return $"{open.TrimEnd('/')}/staff/set-up/{token}";
    }
}
