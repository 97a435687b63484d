using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>
/// Takes out of somebody's hands what they cannot go on with. It never keeps anybody from signing out or in: what could not be stored is
/// logged, a conversation then comes back to the assistant when it has been silent for too long, and cases go back at the next sign-in.
/// </summary>
public sealed class StaffHands(CaseCommands commands, OutboxBell bell, ILogger<StaffHands> logger)
{
    /// <summary>Gives every conversation somebody is in back to the assistant, at once: nobody is kept waiting for who is not there.</summary>
    /// <param name="who">Their account.</param>
    /// <param name="by">The account that ends their session; null from the command line.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task EndTalksAsync(Guid who, Guid? by, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        foreach (var id in await commands.ListTalksAsync(cancellationToken))
            await TryAsync(async () =>
            {
                if (await commands.EndTalksAsync(id, who, by, cancellationToken))
                    bell.Ring(id);
            });
    });

    /// <summary>Gives the cases that are not for somebody's role back to their queues.</summary>
    /// <param name="actor">Who, in the role they have now.</param>
    /// <param name="by">The account that made it so; null from the command line.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public Task GiveBackAsync(StaffActor actor, Guid? by, CancellationToken cancellationToken) =>
        TryAsync(() => commands.GiveBackAsync(actor, by, cancellationToken));

    // One case that does not open must not keep the others.
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is IOException or DbException or CryptographicException or JsonException or InvalidDataException or InvalidOperationException)
        {
            Log.NotLetGo(logger, failure.GetType().Name);
        }
    }
}
