using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>Reports that staff enter for somebody.</summary>
public static class EnteringComposition
{
    /// <summary>Adds it, over cases and conversations.</summary>
    public static IServiceCollection AddEntering(this IServiceCollection services) => services
        .AddSingleton(provider => EntryDrafts.Open(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IDocumentCodec>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<EntryQuestions>()
        .AddSingleton<AnswerReader>()
        .AddSingleton<EntryReader>()
        .AddSingleton<ReportEntry>()
        .AddSingleton<EntryHold>()
        .AddSingleton<EntryFiles>()
        .AddSingleton<IHoldsFiles>(provider => provider.GetRequiredService<EntryFiles>())
        .AddHostedService<EntryExpiry>()
        .AddWrappedColumn(folder => folder.Entries, "entry", "key");
}
