using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Cases;

/// <summary>Cases: where reports go and what staff do with them.</summary>
public static class CasesComposition
{
    /// <summary>Adds them, over a <see cref="DataFolder"/> and an <see cref="IDocumentCodec"/>.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton(provider => CaseDatabases.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IDocumentCodec>()));
        services.AddSingleton<ICaseStore, SqliteCaseStore>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        services.AddWrappedColumn(folder => folder.Cases, "cases", "key").AddWrappedColumn(folder => folder.Cases, "staff", "key");
        services.AddSingleton<CaseVerification>().AddSingleton<AuditVerification>().AddSingleton<KeptAuditEnd>();
        services.AddHealthChecks().AddCheck<CasesHealth>("cases");
        services.AddSingleton<CaseCommands>().AddSingleton<CaseReading>().AddSingleton<SearchLimit>().AddSingleton<CaseSignals>();
        services.AddSingleton<IAbsences, SqliteAbsences>().AddSingleton<AbsenceCommands>();
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CaseClockOptions>()
            .BindConfiguration(CaseClockOptions.Section)
            .ValidateDataAnnotations()
            .Validate(options => options.LastWarning < options.FirstWarning, "CaseClock: FirstWarning must come before LastWarning, so it is the longer time.")
            .Validate(options => options.UnreachedDays <= options.UnreachedAttempts, "CaseClock: UnreachedDays must be at most UnreachedAttempts, or nobody could ever be given up on.")
            .ValidateOnStart();
        services.TryAddSingleton(provider => new WorkingHours(provider.GetRequiredService<IOptions<ContactPromiseOptions>>().Value, WorkingDays.EnglandAndWales));
        services.AddSingleton(provider => new CaseTimes(provider.GetRequiredService<IOptions<CaseClockOptions>>().Value, provider.GetRequiredService<WorkingHours>()));
        services.TryAddSingleton<ReturnCodes>();
        services.AddSingleton<IReportDesk, ReportDesk>();
        return services;
    }

    /// <summary>Adds what works on cases by itself, where they are served.</summary>
    public static IServiceCollection AddClockWork(this IServiceCollection services) =>
        services.AddHostedService<AuditAnchor>().AddSingleton<ClockWork>().AddHostedService(provider => provider.GetRequiredService<ClockWork>());
}
