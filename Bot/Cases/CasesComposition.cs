using Microsoft.Extensions.DependencyInjection.Extensions;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Cases;

/// <summary>Cases: where reports go and what staff do with them.</summary>
public static class CasesComposition
{
    /// <summary>Adds them, over a <see cref="DataFolder"/> and an <see cref="IDocumentCodec"/>.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton(provider => CaseDatabases.Open(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<ICaseStore, SqliteCaseStore>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        services.AddWrappedColumn(folder => folder.Cases, "cases", "key").AddWrappedColumn(folder => folder.Cases, "staff", "key");
        services.AddSingleton<CaseVerification>();
        services.AddHealthChecks().AddCheck<CasesHealth>("cases");
        services.AddSingleton<CaseCommands>().AddSingleton<CaseReading>();
        services.TryAddSingleton<ReturnCodes>();
        services.AddSingleton<IReportDesk, ReportDesk>();
        return services;
    }
}
