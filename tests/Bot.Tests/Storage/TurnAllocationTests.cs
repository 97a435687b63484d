using ReportBot.Bot.Conversations;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(TurnAllocationTests), DisableParallelization = true)]
[Collection(nameof(TurnAllocationTests))]
public sealed class TurnAllocationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_warm_turn_allocates_little_more_than_what_it_answers()
    {
        using var folder = new TemporaryFolder();
        await using var store = new OpenStore(folder.Data);
        var turn = Turn(NewThread(), 1) with { State = new byte[4000] };
        await Talk(store, turn, from: 1, to: 100);
        const int Turns = 200;

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Talk(store, turn, from: 101, to: 100 + Turns);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Turns;

        Assert.InRange(each, 4000, 6000);
    }

    private static async Task Talk(OpenStore store, Turn turn, int from, int to)
    {
        for (var sequence = from; sequence <= to; sequence++)
        {
            await store.Turns.LatestAsync(turn.Thread, None);
            await store.Turns.TryInsertAsync(turn with { Sequence = sequence }, change: null, None);
        }
    }
}
