using Microsoft.Extensions.Options;
using ReportBot.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Bot.Conversations;

/// <summary>Puts the conversation together: the assistant, and the turns it takes.</summary>
public static class ConversationsComposition
{
    /// <summary>The configuration section of the contact promise.</summary>
    public const string PromiseSection = "ContactPromise";

    /// <summary>The configuration section of what may be read out of an account.</summary>
    public const string RecognitionSection = "Recognition";

    /// <summary>Adds it. Storage, cases and an organisation are added beside it.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptions<ContactPromiseOptions>()
            .BindConfiguration(PromiseSection)
            .ValidateDataAnnotations()
            .Validate(options => options.DayBegins < options.TimeOfDay, "ContactPromise: DayBegins must come before TimeOfDay.")
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _), "ContactPromise: Zone is not a known time zone.")
            .ValidateOnStart();
        services.AddOptions<RecognitionOptions>().BindConfiguration(RecognitionSection).ValidateOnStart();
        return services
            .AddSingleton(PromisesOf)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<RecognitionOptions>>().Value)
            .AddAssistant()
            .AddSingleton(new ActivityJson([ConversationJson.Default]))
            .AddSingleton<ThreadGates>()
            .AddSingleton<ThreadSignals>()
            .AddSingleton<LiveStream>()
            .AddSingleton<Transcripts>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<ReturnCodes>()
            .AddHostedService<DraftExpiry>();
    }

    private static ContactPromises PromisesOf(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ContactPromiseOptions>>().Value, WorkingDays.EnglandAndWales);
}
