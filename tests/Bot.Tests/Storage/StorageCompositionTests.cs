using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

public sealed class StorageCompositionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_turn_outlives_the_service_that_stored_it()
    {
        var turn = Turn(NewThread(), 1);
        await using (var service = Start())
            await service.GetRequiredService<ITurnStore>().TryInsertAsync(turn, change: null, CancellationToken.None);

        await using var next = Start();

        AssertSame(turn, (await next.GetRequiredService<ITurnStore>().LatestAsync(turn.Thread, CancellationToken.None))?.Latest);
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_is_refused()
    {
        await using var first = Start();
        first.GetRequiredService<ITurnStore>();
        await using var second = Start();

        Assert.IsType<DataFolderInUseException>(Record.Exception(() => second.GetRequiredService<ITurnStore>()));
    }

    private ServiceProvider Start() => new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddStorage(_folder.Data.Path)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
