using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Turns;

public sealed class BotAdapterTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _seen = [];

    [Fact]
    public async Task A_turn_passes_the_middleware_in_order_and_back_again()
    {
        _adapter.Use(new Noting("outer", _seen)).Use(new Noting("inner", _seen));
        using var turn = _adapter.Turn();

        await _adapter.RunAsync(turn, (_, _) => { _seen.Add("bot"); return Task.CompletedTask; });

        Assert.Equal(["outer in", "inner in", "bot", "inner out", "outer out"], _seen);
    }

    [Fact]
    public async Task A_middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(new Noting("outer", _seen)).Use(new Stopping());
        using var turn = _adapter.Turn();

        await _adapter.RunAsync(turn, (_, _) => { _seen.Add("bot"); return Task.CompletedTask; });

        Assert.Equal(["outer in", "outer out"], _seen);
    }

    [Fact]
    public async Task A_set_of_middleware_is_a_middleware()
    {
        var set = new MiddlewareSet().Use(new Noting("a", _seen)).Use(new Noting("b", _seen));
        _adapter.Use(set).Use(new Noting("c", _seen));
        using var turn = _adapter.Turn();

        await _adapter.RunAsync(turn, (_, _) => { _seen.Add("bot"); return Task.CompletedTask; });

        Assert.Equal(["a in", "b in", "c in", "bot", "c out", "b out", "a out"], _seen);
    }

    [Fact]
    public async Task A_turn_without_a_bot_still_passes_the_middleware()
    {
        _adapter.Use(new Noting("outer", _seen));
        using var turn = _adapter.Turn();

        await _adapter.RunAsync(turn, null!);

        Assert.Equal(["outer in", "outer out"], _seen);
    }

    [Fact]
    public async Task The_token_a_middleware_passes_on_is_the_one_the_bot_gets()
    {
        using var source = new CancellationTokenSource();
        _adapter.Use(new Replacing(source.Token));
        using var turn = _adapter.Turn();
        var token = CancellationToken.None;

        await _adapter.RunAsync(turn, (_, given) => { token = given; return Task.CompletedTask; });

        Assert.Equal(source.Token, token);
    }

    [Fact]
    public async Task An_exception_goes_to_the_error_handler_with_its_turn()
    {
        using var turn = _adapter.Turn();
        (ITurnContext Turn, Exception Failure)? handled = null;
        _adapter.OnTurnError = (context, failure) => { handled = (context, failure); return Task.CompletedTask; };

        await _adapter.RunAsync(turn, (_, _) => throw new FormatException("unreadable"));

        Assert.Same(turn, handled!.Value.Turn);
        Assert.IsType<FormatException>(handled.Value.Failure);
    }

    [Fact]
    public async Task Without_an_error_handler_an_exception_reaches_the_caller()
    {
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => _adapter.RunAsync(turn, (_, _) => throw new FormatException("unreadable")));

        Assert.IsType<FormatException>(failure);
    }

    [Fact]
    public async Task Going_on_with_a_conversation_is_a_turn_with_an_event()
    {
        var reference = RecordingAdapter.Message().GetConversationReference();
        Activity? continued = null;

        await _adapter.ContinueConversationAsync("app", reference, async (turn, token) => { continued = turn.Activity; await turn.SendActivityAsync("one more thing", cancellationToken: token); }, CancellationToken.None);

        Assert.Equal(("event", "ContinueConversation", "conversation-1"), (continued!.Type, continued.Name, continued.Conversation.Id));
        Assert.Equal(("one more thing", "person"), (_adapter.Sent[0].Text, _adapter.Sent[0].Recipient.Id));
    }

    private sealed class Noting(string name, List<string> seen) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add($"{name} in");
            await next(cancellationToken);
            seen.Add($"{name} out");
        }
    }

    private sealed class Stopping : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class Replacing(CancellationToken token) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => next(token);
    }
}
