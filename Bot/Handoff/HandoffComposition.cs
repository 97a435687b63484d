using Microsoft.Extensions.Options;
using ReportBot.Bot.Channels.Website;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Handoff;

/// <summary>The live conversation between staff and the people who report, and the outbox it goes through.</summary>
public static class HandoffComposition
{
    /// <summary>Adds it, over cases and conversations.</summary>
    public static IServiceCollection AddHandoff(this IServiceCollection services)
    {
        services.AddOptions<HandoffOptions>().BindConfiguration(HandoffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<HandoffOptions>>().Value)
            .AddSingleton<IConversationRecord, ConversationRecord>()
            .AddChannelsAndOutbox();
    }

    private static IServiceCollection AddChannelsAndOutbox(this IServiceCollection services) => services
        .AddSingleton<IOutboundChannel, WebsiteOutbound>()
        .AddSingleton<OutboundChannels>()
        .AddSingleton<StaffTurns>()
        .AddSingleton<OutboxBell>()
        .AddSingleton<Outbox>()
        .AddSingleton<TalkCommands>()
        .AddSingleton(CannedReplies.Embedded)
        .AddHostedService<OutboxWorker>();
}
