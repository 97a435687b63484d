using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.FollowUp;
using ReportBot.Dialogs.Interruptions;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Policy;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Support;
using ReportBot.Dialogs.Topics;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Policy;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Redaction;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Services;

namespace ReportBot.Dialogs;

/// <summary>Puts the conversation together. The host adds an <see cref="IReportDesk"/> and an <see cref="Organisation"/>.</summary>
public static class DialogComposition
{
    private static readonly Type[] Questions =
    [
        typeof(Safety), typeof(Role), typeof(WhereAndWhen), typeof(WhereItHappened), typeof(WhenItHappened), typeof(Perception), typeof(Contact),
        typeof(AffectedPerson), typeof(AffectedPersonKnows), typeof(StaffDetails), typeof(Age),
        typeof(Behaviours), typeof(Harm), typeof(Damage), typeof(Effect),
        typeof(WhoDidIt), typeof(SuspectDetail), typeof(Witnesses), typeof(Children), typeof(Before), typeof(Ongoing), typeof(Evidence),
        typeof(ToldAnyone), typeof(PoliceReference), typeof(Wants), typeof(DoesNotWant), typeof(WhoMayBeTold),
        typeof(SafeChannels), typeof(SafeDays), typeof(Voicemail), typeof(CodeWord), typeof(TrustedPerson), typeof(PreferredWorker),
        typeof(Needs), typeof(Address),
    ];

    private static readonly Type[] Dialogs =
    [
        typeof(ReportDialog), typeof(Account), typeof(CheckAnswersDialog), typeof(TopicsDialog), typeof(SupportDialog), typeof(PolicyDialog),
        typeof(FollowUpDialog), typeof(PersonDialog), typeof(StartAgainDialog), typeof(ConfirmChangeDialog),
    ];

    /// <summary>Adds the assistant, its dialogs and what it knows. Everything is one instance for the whole service: nothing holds a person's data.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        foreach (var question in Questions)
        {
            services.AddSingleton(question);
            services.AddSingleton(provider => (QuestionDialog)provider.GetRequiredService(question));
        }

        foreach (var dialog in Dialogs)
            services.AddSingleton(dialog);
        services.AddSingleton(provider => DialogSetOf(provider));
        // The order is the order they are tried in: danger before everything, then whoever holds the conversation, an old form before the open question.
        services.AddSingleton<IInterruption, DangerInterruption>();
        services.AddSingleton<IInterruption, TalkInterruption>();
        services.AddSingleton<IInterruption, LanguageInterruption>();
        services.AddSingleton<IInterruption, FilesInterruption>();
        services.AddSingleton<IInterruption, WayInterruption>();
        services.AddSingleton<IInterruption, OldQuestionInterruption>();
        services.AddSingleton<Assistant>();
        services.AddSingleton<AccountReader>();
        services.AddSingleton<Sending>();
        services.AddSingleton<AfterSending>();
        services.AddSingleton<AskingStaff>();
        services.AddSingleton<SupportFinder>();
        services.AddSingleton(provider => new Phrases(CultureInfo.GetCultureInfo("en-GB"), provider.GetRequiredService<Organisation>()));
        // The host may bring these of its own settings; these stand where it does not.
        services.TryAddSingleton(ContactPromises.Standard);
        services.TryAddSingleton(new RecognitionOptions());
        services.TryAddSingleton<IRedactor>(provider => provider.GetRequiredService<Redactor>());
        services.TryAddSingleton<ILanguageDetector>(provider => provider.GetRequiredService<LanguageReader>());
        services.TryAddSingleton(new HandoffOptions());
        return services.AddKnowledge();
    }

    private static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<Recogniser>()
        .AddSingleton<DangerWatch>()
        .AddSingleton<CryWatch>()
        .AddSingleton<LanguageReader>()
        .AddSingleton<Redactor>()
        .AddSingleton<Extractor>()
        .AddSingleton<SlurMask>()
        .AddSingleton(ServiceDirectory.Embedded)
        .AddSingleton(ServiceGroups.Embedded)
        .AddSingleton(PolicyAnswers.Embedded)
        .AddSingleton(RiskRules.Embedded)
        .AddSingleton<Reports>();

    private static DialogSet DialogSetOf(IServiceProvider provider)
    {
        var set = new DialogSet();
        foreach (var type in Questions.Concat(Dialogs))
            set.Add((Dialog)provider.GetRequiredService(type));
        return set;
    }
}
