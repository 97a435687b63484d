using System.Collections.Concurrent;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// Who has the console open: while a request of theirs runs, as an event stream does as long as a page shows, and for a while after the last.
/// Kept in memory: after a restart nobody has, until their page asks again.
/// </summary>
public sealed class ConsolePresence(AlertsOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Seen> _seen = [];

    /// <summary>True when one of those somebody is looked for among has the console open.</summary>
    public bool IsOpen(Func<StaffActor, bool> among)
    {
        ArgumentNullException.ThrowIfNull(among);
        var since = clock.GetUtcNow() - options.ConsoleOpenFor;
        return _seen.Values.Any(one => (one.Running > 0 || one.Last > since) && among(one.Actor));
    }

    /// <summary>Somebody's request begins; dispose when it ends.</summary>
    public IDisposable Enter(StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Note(actor, 1);
        return new Request(this, actor);
    }

    private void Note(StaffActor actor, int more) => _seen.AddOrUpdate(
        actor.Who.Id,
        static (_, now) => new Seen(now.Actor, now.At, now.More),
        static (_, seen, now) => new Seen(now.Actor, now.At, seen.Running + now.More),
        (Actor: actor, At: clock.GetUtcNow(), More: more));

    private sealed record Seen(StaffActor Actor, DateTimeOffset Last, int Running);

    private sealed class Request(ConsolePresence presence, StaffActor actor) : IDisposable
    {
        public void Dispose() => presence.Note(actor, -1);
    }
}

/// <summary>Notes who has the console open, on every request of somebody signed in.</summary>
internal sealed class ConsoleWatch(RequestDelegate next, ConsolePresence presence)
{
    private static readonly PathString Console = "/staff";

    public async Task InvokeAsync(HttpContext context)
    {
        // A browser fetches the worker anew by itself when it shows an alert: nobody need be there.
        var path = context.Request.Path;
        if (!path.StartsWithSegments(Console, StringComparison.OrdinalIgnoreCase) || path == PushWorker.Path || !context.User.HasBothSteps())
        {
            await next(context);
            return;
        }

        using (presence.Enter(context.User.Actor()))
            await next(context);
    }
}
