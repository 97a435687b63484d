using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Builder.Tests.Dialogs;

namespace ReportBot.Builder.Tests.Testing;

public sealed class TestFlowTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task A_conversation_runs_as_it_is_told()
    {
        await new TestFlow(_adapter, EchoAsync)
            .Send("one")
            .AssertReply("you said one")
            .Test("two", "you said two")
            .Test("three", reply => Assert.Contains("three", reply.AsMessageActivity().Text, StringComparison.Ordinal))
            .Send("four").AssertReplyContains("four")
            .Send("five").AssertReplyOneOf(["you said six", "you said five"])
            .AssertNoReply(timeout: 0)
            .StartTestAsync();
    }

    [Fact]
    public async Task Nothing_runs_before_it_is_started()
    {
        var flow = new TestFlow(_adapter, EchoAsync).Send("one");
        var before = _adapter.ActiveQueue.Count;

        await flow.StartTestAsync();

        Assert.Equal((0, 1), (before, _adapter.ActiveQueue.Count));
    }

    [Fact]
    public async Task Another_answer_than_expected_fails_and_says_both()
    {
        var failure = await Record.ExceptionAsync(() => new TestFlow(_adapter, EchoAsync).Test("one", "you said two", "the echo").StartTestAsync());

        Assert.Equal("the echo: expected 'you said two', got the message 'you said one'.", Assert.IsType<InvalidOperationException>(failure).Message);
    }

    [Fact]
    public async Task No_answer_fails_too()
    {
        var failure = await Record.ExceptionAsync(() => new TestFlow(_adapter, (_, _) => Task.CompletedTask).Send("one").AssertReply("two", timeout: 1).StartTestAsync());

        Assert.IsType<TimeoutException>(failure);
    }

    [Fact]
    public async Task An_answer_where_none_was_expected_fails()
    {
        var failure = await Record.ExceptionAsync(() => new TestFlow(_adapter, EchoAsync).Send("one").AssertNoReply(timeout: 0).StartTestAsync());

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_turn_is_waited_for()
    {
        var reference = _adapter.Conversation;
        var waiting = new TestFlow(_adapter, (_, _) => Task.CompletedTask).Send("one").AssertReply("and later").StartTestAsync();

        await _adapter.ContinueConversationAsync("bot", reference, (turn, token) => turn.SendActivityAsync("and later", cancellationToken: token), CancellationToken.None);

        await waiting;
    }

    [Fact]
    public async Task Somebody_joining_can_be_greeted()
    {
        await new TestFlow(_adapter, async (turn, token) =>
            {
                if (turn.Activity.AsConversationUpdateActivity() is { MembersAdded: [{ Id: var who }] })
                    await turn.SendActivityAsync($"hello {who}", cancellationToken: token);
            })
            .SendConversationUpdate()
            .AssertReply("hello user1")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_bot_with_dialogs_and_saved_state_holds_a_conversation()
    {
        var state = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(state.CreateProperty<DialogState>("Dialogs"))
            .Add(new Question("where", "Where was it?", []));
        _adapter.Use(new AutoSaveStateMiddleware(state));

        await new TestFlow(_adapter, async (turn, token) =>
            {
                var dialog = await dialogs.CreateContextAsync(turn, token);
                var result = await dialog.ContinueDialogAsync(token);
                if (result.Status == DialogTurnStatus.Empty)
                    await dialog.BeginDialogAsync("where", null, token);
                else if (result.Status == DialogTurnStatus.Complete)
                    await turn.SendActivityAsync($"It was {result.Result}", cancellationToken: token);
            })
            .Test("hello", "Where was it?")
            .Test("   ", "Where was it?")
            .Test("Leeds", "It was Leeds")
            .Test("hello again", "Where was it?")
            .StartTestAsync();
    }

    [Fact]
    public async Task Traces_are_left_out_unless_asked_for()
    {
        var tracing = new TestAdapter(TestAdapter.CreateConversation("traced", "Ada", "Helper"), sendTraceActivity: true);
        static Task TraceAsync(ITurnContext turn, CancellationToken token) => turn.SendActivityAsync(Activity.CreateTraceActivity("note"), token);

        await _adapter.SendTextToBotAsync("one", TraceAsync, CancellationToken.None);
        await tracing.SendTextToBotAsync("one", TraceAsync, CancellationToken.None);

        Assert.Null(_adapter.GetNextReply());
        Assert.Equal(("trace", "ada"), (tracing.GetNextReply().Type, tracing.Conversation.User.Id));
    }

    [Fact]
    public async Task Answers_can_be_changed_and_taken_back()
    {
        await _adapter.SendTextToBotAsync("one", async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("first", cancellationToken: token);
            var second = await turn.SendActivityAsync("second", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = first.Id, Text = "better" }, token);
            await turn.DeleteActivityAsync(second.Id, token);
        }, CancellationToken.None);

        Assert.Equal(["better"], _adapter.ActiveQueue.Select(reply => reply.Text));
    }

    [Fact]
    public async Task An_id_that_was_given_is_kept_so_that_a_redelivery_can_be_told()
    {
        var ids = new List<string>();
        Task NoteAsync(ITurnContext turn, CancellationToken token) { ids.Add(turn.Activity.Id); return Task.CompletedTask; }

        await _adapter.ProcessActivityAsync(new Activity { Text = "one", Id = "same" }, NoteAsync);
        await _adapter.ProcessActivityAsync(new Activity { Text = "one", Id = "same" }, NoteAsync);
        await _adapter.ProcessActivityAsync(new Activity { Text = "two" }, NoteAsync);

        Assert.Equal(["same", "same", "0"], ids);
    }

    private static Task EchoAsync(ITurnContext turn, CancellationToken token) => turn.SendActivityAsync($"you said {turn.Activity.Text}", cancellationToken: token);
}
