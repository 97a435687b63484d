using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Staff;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>The live conversation between staff and the people who report, and the outbox it goes through.</summary>
public static class HandoffComposition
{
    /// <summary>Adds it, over cases and conversations.</summary>
    public static IServiceCollection AddHandoff(this IServiceCollection services)
    {
        services.AddOptions<HandoffOptions>().BindConfiguration(HandoffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<OutboxBell>();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<HandoffOptions>>().Value)
            .AddSingleton<IConversationRecord, ConversationRecord>()
            .AddChannelsAndOutbox();
    }

    private static IServiceCollection AddChannelsAndOutbox(this IServiceCollection services) => services
        .AddSingleton<IOutboundChannel, WebsiteOutbound>()
        .AddSingleton<OutboundChannels>()
        .AddSingleton<StaffTurns>()
        .AddSingleton<TypingSigns>()
        .AddSingleton<TalkEventStream>()
        .AddSingleton<Outbox>()
        .AddSingleton<TalkCommands>()
        .AddSingleton(CannedReplies.Embedded)
        .AddHostedService<OutboxWorker>();

    /// <summary>Maps what a script of the console asks for beside the page.</summary>
    public static void MapHandoff(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/staff/cases/{id:guid}/talk/events", routes.ServiceProvider.GetRequiredService<TalkEventStream>().StreamAsync)
            .RequireAuthorization(StaffPolicies.SignedIn);
    }
}
