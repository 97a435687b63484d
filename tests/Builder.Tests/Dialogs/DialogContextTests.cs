using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Builder.Tests.Turns;

namespace ReportBot.Builder.Tests.Dialogs;

public sealed class DialogContextTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _notes = [];
    private readonly DialogState _state = new();
    private readonly DialogSet _dialogs;

    public DialogContextTests() => _dialogs = new DialogSet()
        .Add(new Question("where", "Where was it?", _notes))
        .Add(new Question("when", "When was it?", _notes))
        .Add(new Plain("plain"));

    [Fact]
    public async Task A_dialog_that_begins_is_active_and_waits()
    {
        var result = await Turn().BeginDialogAsync("where");

        Assert.Equal((DialogTurnStatus.Waiting, "where"), (result.Status, Turn().ActiveDialog.Id));
        Assert.Equal(["Where was it?"], Said());
    }

    [Fact]
    public async Task Options_reach_the_dialog()
    {
        await Turn().BeginDialogAsync("where", "Where were you?");

        Assert.Equal(["Where were you?"], Said());
    }

    [Fact]
    public async Task The_next_message_goes_to_the_active_dialog()
    {
        await Turn().BeginDialogAsync("where");

        var result = await Turn("Leeds").ContinueDialogAsync();

        Assert.Equal((DialogTurnStatus.Complete, "Leeds"), (result.Status, result.Result));
        Assert.Empty(_state.DialogStack);
        Assert.Equal(["where ended: EndCalled"], _notes);
    }

    [Fact]
    public async Task A_dialog_may_go_on_waiting()
    {
        await Turn().BeginDialogAsync("where");

        var result = await Turn("  ").ContinueDialogAsync();

        Assert.Equal(DialogTurnStatus.Waiting, result.Status);
        Assert.Equal(["Where was it?", "Where was it?"], Said());
    }

    [Fact]
    public async Task A_message_without_a_dialog_goes_nowhere()
    {
        var result = await Turn("Leeds").ContinueDialogAsync();

        Assert.Equal(DialogTurnStatus.Empty, result.Status);
    }

    [Fact]
    public async Task A_dialog_on_top_takes_messages_until_it_ends_and_the_one_under_it_resumes_with_its_result()
    {
        await Turn().BeginDialogAsync("where");
        await Turn().BeginDialogAsync("when");

        var result = await Turn("yesterday").ContinueDialogAsync();

        Assert.Equal((DialogTurnStatus.Waiting, "where"), (result.Status, Turn().ActiveDialog.Id));
        Assert.Equal(["when ended: EndCalled", "where resumed: EndCalled, yesterday"], _notes);
        Assert.Equal(["Where was it?", "When was it?", "Where was it?"], Said());
    }

    [Fact]
    public async Task Each_instance_on_the_stack_remembers_its_own()
    {
        await Turn().BeginDialogAsync("where", "First?");
        await Turn().BeginDialogAsync("where", "Second?");

        Assert.Equal(["Second?", "First?"], _state.DialogStack.Select(instance => (string)instance.State["asked"]));
    }

    [Fact]
    public async Task Replacing_ends_the_active_dialog_without_resuming_the_one_under_it()
    {
        await Turn().BeginDialogAsync("where");
        await Turn().BeginDialogAsync("plain");

        await Turn().ReplaceDialogAsync("when");

        Assert.Equal(["when", "where"], _state.DialogStack.Select(instance => instance.Id));
        Assert.DoesNotContain(_notes, note => note.Contains("resumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replacing_by_an_unknown_dialog_throws_and_leaves_the_stack()
    {
        await Turn().BeginDialogAsync("where");

        var failure = await Record.ExceptionAsync(() => Turn().ReplaceDialogAsync("nowhere"));

        Assert.IsType<InvalidOperationException>(failure);
        Assert.Equal("where", Turn().ActiveDialog.Id);
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task Cancelling_ends_every_dialog_and_resumes_none()
    {
        await Turn().BeginDialogAsync("where");
        await Turn().BeginDialogAsync("when");

        var result = await Turn().CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
        Assert.Equal(["when ended: CancelCalled", "where ended: CancelCalled"], _notes);
        Assert.Empty(_state.DialogStack);
    }

    [Fact]
    public async Task There_may_be_nothing_to_cancel()
    {
        var result = await Turn().CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Empty, result.Status);
    }

    [Fact]
    public async Task A_stack_that_names_unknown_dialogs_can_still_be_cancelled()
    {
        _state.DialogStack.Add(new DialogInstance { Id = "gone", State = new Dictionary<string, object>() });

        var result = await Turn().CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
    }

    [Fact]
    public async Task Asking_again_asks_the_active_dialog_only()
    {
        await Turn().BeginDialogAsync("where");
        await Turn().BeginDialogAsync("when");

        await Turn().RepromptDialogAsync();

        Assert.Equal(["Where was it?", "When was it?", "When was it?"], Said());
    }

    [Fact]
    public async Task Asking_again_without_a_dialog_says_nothing()
    {
        await Turn().RepromptDialogAsync();

        Assert.Empty(Said());
    }

    [Fact]
    public async Task Beginning_an_unknown_dialog_names_it_and_leaves_the_stack()
    {
        var failure = await Record.ExceptionAsync(() => Turn().BeginDialogAsync("nowhere"));

        Assert.Contains("nowhere", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
        Assert.Empty(_state.DialogStack);
    }

    [Fact]
    public async Task Continuing_a_dialog_that_no_longer_exists_names_it_and_leaves_the_stack()
    {
        _state.DialogStack.Add(new DialogInstance { Id = "gone", State = new Dictionary<string, object>() });

        var failure = await Record.ExceptionAsync(() => Turn("Leeds").ContinueDialogAsync());

        Assert.Contains("gone", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
        Assert.Single(_state.DialogStack);
    }

    [Fact]
    public async Task A_dialog_that_overrides_nothing_ends_with_the_next_message_and_passes_results_on()
    {
        await Turn().BeginDialogAsync("plain");
        await Turn().BeginDialogAsync("where");

        var passedOn = await Turn("Leeds").ContinueDialogAsync();
        await Turn().BeginDialogAsync("plain");
        var ended = await Turn("anything").ContinueDialogAsync();

        Assert.Equal((DialogTurnStatus.Complete, "Leeds"), (passedOn.Status, passedOn.Result));
        Assert.Equal((DialogTurnStatus.Complete, null), (ended.Status, ended.Result));
    }

    [Fact]
    public void A_dialog_without_an_id_is_called_after_its_class()
    {
        Assert.Equal("Plain", new Plain().Id);
    }

    [Fact]
    public void Two_dialogs_cannot_share_an_id_but_one_may_be_added_twice()
    {
        var plain = new Plain("same");
        var set = new DialogSet().Add(plain).Add(plain);

        var failure = Record.Exception(() => set.Add(new Plain("same")));

        Assert.IsType<ArgumentException>(failure);
        Assert.Same(plain, Assert.Single(set.GetDialogs()));
    }

    [Fact]
    public async Task A_set_with_an_accessor_finds_the_stack_of_the_conversation()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var set = new DialogSet(state.CreateProperty<DialogState>("Dialogs")).Add(new Plain("plain"));
        using var first = _adapter.Turn();
        await (await set.CreateContextAsync(first)).BeginDialogAsync("plain");
        await state.SaveChangesAsync(first);
        using var second = _adapter.Turn();

        var context = await set.CreateContextAsync(second);

        Assert.Equal("plain", context.ActiveDialog.Id);
    }

    [Fact]
    public async Task A_set_without_an_accessor_cannot_find_a_stack()
    {
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => _dialogs.CreateContextAsync(turn));

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public async Task Conversations_share_dialogs_and_nothing_else()
    {
        var states = Enumerable.Range(0, 64).Select(_ => new DialogState()).ToArray();

        await Task.WhenAll(states.Select((state, number) => Task.Run(async () =>
        {
            using var turn = new RecordingAdapter().Turn();
            await new DialogContext(_dialogs, turn, state).BeginDialogAsync("where", $"Question {number}");
        })));

        Assert.Equal(Enumerable.Range(0, 64).Select(number => $"Question {number}"), states.Select(state => (string)state.DialogStack[0].State["asked"]));
    }

    // A new context for each turn, over the same stack: nothing is held by the context itself.
    private DialogContext Turn(string? text = "hello") => new(_dialogs, _adapter.Turn(text), _state);

    private IEnumerable<string> Said() => _adapter.Sent.Select(sent => sent.Text);
}
