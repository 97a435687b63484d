using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Hosting;

/// <summary>The services that verbs work with: no web, no log.</summary>
public static class Tools
{
    /// <summary>What works on cases and accounts beside a running service, which goes on with its own work.</summary>
    public static ServiceProvider Beside(string data)
    {
        var services = Common();
        var folder = new Lazy<DataFolder>(() => DataFolder.Open(data));
        services.AddSingleton<IKeyRing>(provider => FileKeyRing.Open(folder.Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider =>
        {
            // The ring refuses to make new keys for a folder that already holds data, so it comes before any database.
            _ = provider.GetRequiredService<IKeyRing>();
            return folder.Value;
        });
        services.AddSingleton<IDocumentCodec, DocumentCodec>();
        return services.BuildServiceProvider();
    }

    /// <summary>What needs the data folder for itself. Throws <see cref="DataFolderInUseException"/>, when first used, while a service runs on it.</summary>
    public static ServiceProvider Alone(string data) => Common().AddStorage(data).BuildServiceProvider();

    private static IServiceCollection Common() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationManager())
        .AddSingleton(TimeProvider.System)
        .AddCases()
        .AddStaffAccounts()
        .AddSingleton(new ActivityJson([ConversationJson.Default]));
}
