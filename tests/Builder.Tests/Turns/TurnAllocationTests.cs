using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Builder.Tests.Dialogs;
using ReportBot.Builder.Tests.State;

namespace ReportBot.Builder.Tests.Turns;

/// <summary>Holds what the framework itself costs in a turn: context, state, dialogs and held replies, without JSON.</summary>
public sealed class TurnAllocationTests
{
    private const int Turns = 200;
    private readonly RecordingAdapter _adapter = new();
    private readonly DialogSet _dialogs = new DialogSet().Add(new Question("where", "Where was it?", []));

    [Fact]
    public async Task A_turn_allocates_a_few_kilobytes()
    {
        await TakeTurnsAsync();
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Nothing in here waits, so all of it is counted on this thread.
        await TakeTurnsAsync();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Turns, 1, 6_000);
    }

    private async Task TakeTurnsAsync()
    {
        for (var number = 0; number < Turns; number++)
            await TakeTurnAsync();
    }

    private async Task TakeTurnAsync()
    {
        using var turn = _adapter.Turn("Leeds");
        var held = new List<Activity>();
        turn.OnSendActivities((_, activities, _) =>
        {
            held.AddRange(activities);
            return Task.FromResult(new ResourceResponse[activities.Count]);
        });
        var state = new ConversationState(new PlainStorage(new Dictionary<string, object>
        {
            ["Dialogs"] = new DialogState([new DialogInstance { Id = "where", State = new Dictionary<string, object> { ["asked"] = "Where?" } }]),
        }));
        var stack = await state.CreateProperty<DialogState>("Dialogs").GetAsync(turn, () => new DialogState());
        var dialogs = new DialogContext(_dialogs, turn, stack);
        await dialogs.ContinueDialogAsync();
        await dialogs.BeginDialogAsync("where");
        await state.SaveChangesAsync(turn, force: true);
    }
}
