using System.Collections.Immutable;

namespace ReportBot.Bot.Alerts;

/// <summary>The ways that are turned on; none unless settings say so.</summary>
public sealed class AlertWays(ImmutableArray<IAlertWay> all) : IDisposable
{
    /// <summary>The ways.</summary>
    public ImmutableArray<IAlertWay> All => all;

    /// <summary>Those that settings turn on.</summary>
    internal static AlertWays Of(AlertsOptions options, VapidKey key, IServiceScopeFactory scopes, TimeProvider clock)
    {
        var ways = ImmutableArray.CreateBuilder<IAlertWay>();
        if (options.Webhook.Url is not null)
            ways.Add(new WebhookWay(options.Webhook, clock));
        if (options.Smtp.IsOn)
            ways.Add(new EmailWay(options.Smtp, options.Site!.Host)); // Every way needs it.
        if (options.Push.IsOn)
            ways.Add(new PushWay(options.Push, key, scopes));
        return new AlertWays(ways.ToImmutable());
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var way in all.OfType<IDisposable>())
            way.Dispose();
    }
}
