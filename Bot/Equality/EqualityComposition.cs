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
        .AddHostedService<EqualityOpening>()
        .AddWrappedColumn(folder => folder.Equality, "month", "key");
}

/// <summary>Opens the totals when the service starts, so that nobody is the first to find that they cannot be opened.</summary>
internal sealed class EqualityOpening(EqualityStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = store;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
