using Microsoft.Extensions.DependencyInjection.Extensions;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Bot.Storage.Turns;

namespace ReportBot.Bot.Storage;

/// <summary>Adds what is kept in the data folder.</summary>
public static class StorageComposition
{
    /// <summary>
    /// Adds the data folder, with its key ring, codec, turns and evidence. The folder is made, and held for this process, when the first of them is asked
    /// for; that throws <see cref="DataFolderInUseException"/> when another process holds it.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataFolderClaim.Take(DataFolder.Open(dataFolder)));
        services.AddSingleton<IKeyRing>(provider => FileKeyRing.Open(provider.GetRequiredService<DataFolderClaim>().Folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(FolderWithKeys);
        services.AddSingleton<IDocumentCodec, DocumentCodec>();
        services.AddSingleton(provider => ConversationDatabase.Open(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<ITurnStore, SqliteTurnStore>();
        services.AddOptions<EvidenceOptions>().BindConfiguration(EvidenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<IHoldsFiles, ThreadsHoldFiles>().AddHostedService<EvidenceSweep>();
        services.AddSingleton<KeyRotation>();
        services.AddWrappedColumn(folder => folder.Conversations, "thread", "wrapped")
            .AddWrappedColumn(folder => folder.Conversations, "evidence", "original")
            .AddWrappedColumn(folder => folder.Conversations, "evidence", "copy");
        return services;
    }

    // The ring refuses to make new keys for a folder that already holds data, so it comes before any database.
    private static DataFolder FolderWithKeys(IServiceProvider provider)
    {
        _ = provider.GetRequiredService<IKeyRing>();
        return provider.GetRequiredService<DataFolderClaim>().Folder;
    }
}
