using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Turns;

public sealed class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task An_answer_is_addressed_to_where_the_turn_came_from()
    {
        using var turn = _adapter.Turn();

        await turn.SendActivityAsync("good morning");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("message", "good morning", "test", "https://channel.example", "in-1"), (sent.Type, sent.Text, sent.ChannelId, sent.ServiceUrl, sent.ReplyToId));
        Assert.Equal(("bot", "person", "conversation-1"), (sent.From.Id, sent.Recipient.Id, sent.Conversation.Id));
        Assert.Equal(("acceptingInput", "en-GB"), (sent.InputHint, sent.Locale));
    }

    [Fact]
    public async Task An_answer_keeps_the_language_it_was_given()
    {
        using var turn = _adapter.Turn();

        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Message, Text = "bore da", Locale = "cy-GB" });

        Assert.Equal("cy-GB", _adapter.Sent[0].Locale);
    }

    [Fact]
    public async Task What_is_sent_gets_the_id_the_channel_gave()
    {
        using var turn = _adapter.Turn();
        var first = MessageFactory.Text("one");
        var second = MessageFactory.Text("two");

        var responses = await turn.SendActivitiesAsync([first, second]);

        Assert.Equal(["sent-1", "sent-2"], responses.Select(response => response.Id));
        Assert.Equal(("sent-1", "sent-2"), (first.Id, second.Id));
    }

    [Fact]
    public async Task Handlers_see_what_is_sent_in_the_order_they_were_added()
    {
        using var turn = _adapter.Turn();
        List<string> seen = [];
        turn.OnSendActivities(async (_, activities, next) => { seen.Add("first"); activities[0].Text += "!"; var sent = await next(); seen.Add("first again"); return sent; });
        turn.OnSendActivities((_, activities, next) => { seen.Add($"second: {activities[0].Text}"); return next(); });

        await turn.SendActivityAsync("hello");

        Assert.Equal(["first", "second: hello!", "first again"], seen);
        Assert.Equal("hello!", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task A_handler_may_add_to_what_is_sent()
    {
        using var turn = _adapter.Turn();
        turn.OnSendActivities((_, activities, next) => { activities.Add(MessageFactory.Text("and this")); return next(); });

        var response = await turn.SendActivityAsync("this");

        Assert.Equal(["this", "and this"], _adapter.Sent.Select(sent => sent.Text));
        Assert.Equal("sent-1", response.Id);
    }

    [Fact]
    public async Task What_a_handler_holds_reaches_no_adapter_and_does_not_count_as_answered()
    {
        using var turn = _adapter.Turn();
        List<Activity> held = [];
        turn.OnSendActivities((_, activities, _) => { held.AddRange(activities); return Task.FromResult(activities.ConvertAll(_ => new ResourceResponse("held")).ToArray()); });
        var message = MessageFactory.Text("later");

        var response = await turn.SendActivityAsync(message);

        Assert.Equal("held", response.Id);
        Assert.Same(message, Assert.Single(held));
        Assert.Null(message.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task A_handler_that_answers_nothing_leaves_an_empty_response()
    {
        using var turn = _adapter.Turn();
        turn.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var response = await turn.SendActivityAsync("hello");

        Assert.Null(response.Id);
    }

    [Fact]
    public async Task A_turn_is_answered_once_a_message_went_out()
    {
        using var turn = _adapter.Turn();
        var before = turn.Responded;

        await turn.SendActivityAsync("hello");

        Assert.Equal((false, true), (before, turn.Responded));
    }

    [Fact]
    public async Task A_trace_is_no_answer()
    {
        using var turn = _adapter.Turn();

        await turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("note"));

        Assert.False(turn.Responded);
        Assert.Single(_adapter.Sent);
    }

    [Fact]
    public async Task When_replies_are_expected_they_are_gathered_and_not_sent()
    {
        var message = RecordingAdapter.Message();
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = new TurnContext(_adapter, message);

        await turn.SendActivitiesAsync([MessageFactory.Text("one"), new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 200 } }]);

        Assert.Empty(_adapter.Sent);
        Assert.Equal(["message", "invokeResponse"], turn.BufferedReplyActivities.Select(reply => reply.Type));
        Assert.Same(turn.BufferedReplyActivities[1], turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Changes_pass_the_handlers_and_then_the_adapter()
    {
        using var turn = _adapter.Turn();
        List<string> seen = [];
        turn.OnUpdateActivity((_, activity, next) => { seen.Add($"first {activity.Id}"); return next(); });
        turn.OnUpdateActivity((_, _, next) => { seen.Add("second"); return next(); });

        var response = await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "sent-7", Text = "better" });

        Assert.Equal(["first sent-7", "second"], seen);
        Assert.Equal(("sent-7", "conversation-1"), (response.Id, Assert.Single(_adapter.Updated).Conversation.Id));
    }

    [Fact]
    public async Task Taking_back_passes_the_handlers_and_then_the_adapter()
    {
        using var turn = _adapter.Turn();
        List<string> seen = [];
        turn.OnDeleteActivity((_, reference, next) => { seen.Add(reference.ActivityId); return next(); });

        await turn.DeleteActivityAsync("sent-7");

        Assert.Equal(["sent-7"], seen);
        Assert.Equal(("sent-7", "conversation-1"), (_adapter.Deleted[0].ActivityId, _adapter.Deleted[0].Conversation.Id));
    }

    [Fact]
    public async Task A_refused_change_reaches_no_adapter()
    {
        using var turn = _adapter.Turn();
        turn.OnUpdateActivity((_, _, _) => throw new NotSupportedException());
        turn.OnDeleteActivity((_, _, _) => throw new NotSupportedException());

        var update = await Record.ExceptionAsync(() => turn.UpdateActivityAsync(MessageFactory.Text("x")));
        var delete = await Record.ExceptionAsync(() => turn.DeleteActivityAsync("sent-7"));

        Assert.IsType<NotSupportedException>(update);
        Assert.IsType<NotSupportedException>(delete);
        Assert.Empty(_adapter.Updated);
        Assert.Empty(_adapter.Deleted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Saying_nothing_is_refused(string? text)
    {
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => turn.SendActivityAsync(text));

        Assert.IsAssignableFrom<ArgumentException>(failure);
    }

    [Fact]
    public async Task Sending_an_empty_list_is_refused()
    {
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => turn.SendActivitiesAsync([]));

        Assert.IsType<ArgumentException>(failure);
    }

    [Fact]
    public async Task After_its_end_a_turn_sends_nothing()
    {
        var turn = _adapter.Turn();
        turn.Dispose();

        var failure = await Record.ExceptionAsync(() => turn.SendActivityAsync("too late"));

        Assert.IsType<ObjectDisposedException>(failure);
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public void At_its_end_a_turn_disposes_what_was_kept_for_it()
    {
        using var kept = new MemoryStream();
        var turn = _adapter.Turn();
        turn.TurnState.Add(kept);

        turn.Dispose();
        turn.Dispose();

        Assert.False(kept.CanRead);
    }

    [Fact]
    public void Kept_things_are_found_by_key_and_by_type()
    {
        using var kept = new TurnContextStateCollection();
        kept.Add("answer", "yes");
        kept.Add(new Uri("https://example.org"));
        kept.Set("answer", "no");

        Assert.Equal("no", kept.Get<string>("answer"));
        Assert.Equal(new Uri("https://example.org"), kept.Get<Uri>());
        Assert.Null(kept.Get<string>("nothing"));
    }

    [Fact]
    public void A_kept_thing_of_another_type_is_an_error_and_a_taken_key_too()
    {
        using var kept = new TurnContextStateCollection();
        kept.Add("answer", "yes");

        var otherType = Record.Exception(() => kept.Get<Uri>("answer"));
        var taken = Record.Exception(() => kept.Add("answer", "again"));

        Assert.IsType<InvalidCastException>(otherType);
        Assert.IsType<ArgumentException>(taken);
    }
}
