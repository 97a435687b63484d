using ReportBot.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Conversations;

/// <summary>Puts the conversation together: the assistant, and the turns it takes.</summary>
public static class ConversationsComposition
{
    /// <summary>Adds it. Storage, cases and an organisation are added beside it.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddAssistant()
        .AddSingleton(new ActivityJson([ConversationJson.Default]))
        .AddSingleton<ThreadGates>()
        .AddSingleton<ThreadSignals>()
        .AddSingleton<Transcripts>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<ReturnCodes>()
        .AddHostedService<DraftExpiry>();
}
