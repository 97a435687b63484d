using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Equality;

/// <summary>The questions about a person after sending, apart from everything else.</summary>
public static class EqualityComposition
{
    /// <summary>Adds them, over a <see cref="DataFolder"/> and an <see cref="IDocumentCodec"/>.</summary>
    public static IServiceCollection AddEquality(this IServiceCollection services) => services
        .AddSingleton(provider => EqualityStore.Open(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IDocumentCodec>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EqualityStore>>()))
        .AddSingleton<EqualityTickets>()
        .AddWrappedColumn(folder => folder.Equality, "month", "key");
}
