using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Alerts;

/// <summary>Who is on call, and alerts to them when something needs a person and no console is open.</summary>
public static class AlertsComposition
{
    /// <summary>Adds it, over a <see cref="DataFolder"/>, cases and staff.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertsOptions>().BindConfiguration(AlertsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<AlertsOptions>>().Value);
        services.AddSingleton(provider => AlertStore.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IDocumentCodec>()));
        services.AddSingleton(provider => AlertWays.Of(
            provider.GetRequiredService<AlertsOptions>(), provider.GetRequiredService<AlertStore>().PushKey, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConsolePresence>().AddSingleton<AlertCases>().AddSingleton<AlertPeople>().AddSingleton<AlertBell>().AddSingleton<AlertsStatus>().AddSingleton<RotaCommands>();
        services.AddScoped<AlertAddresses>();
        services.AddSingleton<AlertWork>().AddHostedService(provider => provider.GetRequiredService<AlertWork>());
        services.AddSingleton<AlertDelivery>().AddHostedService(provider => provider.GetRequiredService<AlertDelivery>());
        services.AddWrappedColumn(folder => folder.Alerts, "push_key", "key");
        services.AddHealthChecks().AddCheck<AlertsHealth>("alerts");
        return services;
    }

    /// <summary>Maps the worker that shows alerts in a browser. It is under the console, and may act for nothing else.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder routes) => routes.MapGet(PushWorker.Path, PushWorker.WriteAsync).AllowAnonymous();

    /// <summary>Notes who has the console open. After authentication.</summary>
    public static void UseAlerts(this IApplicationBuilder app) => app.UseMiddleware<ConsoleWatch>();
}
