using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ReportBot.Builder.Tests.Turns;

namespace ReportBot.Builder.Tests.Handoff;

public sealed class EventFactoryTests
{
    [Fact]
    public void Asking_for_a_person_carries_the_context_the_transcript_and_the_way_back()
    {
        using var turn = new RecordingAdapter().Turn();
        turn.Activity.Timestamp = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        var transcript = new Transcript([RecordingAdapter.Message("I would like to talk to someone")]);

        var handoff = (Activity)EventFactory.CreateHandoffInitiation(turn, "housing", transcript);

        Assert.Equal(("event", "handoff.initiate", "housing"), (handoff.Type, handoff.Name, handoff.Value));
        Assert.Equal(("conversation-1", "in-1", "conversation-1"), (handoff.Conversation.Id, handoff.ReplyToId, handoff.RelatesTo.Conversation.Id));
        Assert.Equal(turn.Activity.Timestamp, handoff.Timestamp);
        Assert.NotNull(handoff.Id);
        var attachment = Assert.Single(handoff.Attachments);
        Assert.Equal(("application/json", "Transcript"), (attachment.ContentType, attachment.Name));
        Assert.Same(transcript, attachment.Content);
    }

    [Fact]
    public void A_person_may_be_asked_for_without_a_transcript()
    {
        using var turn = new RecordingAdapter().Turn();

        var handoff = (Activity)EventFactory.CreateHandoffInitiation(turn, null);

        Assert.Empty(handoff.Attachments);
    }

    [Theory]
    [InlineData("accepted", null, """{"state":"accepted"}""")]
    [InlineData("failed", "Nobody is in", """{"state":"failed","message":"Nobody is in"}""")]
    public void How_far_a_handoff_is_goes_as_a_state_and_words(string state, string? message, string value)
    {
        var status = EventFactory.CreateHandoffStatus(new ConversationAccount(id: "conversation-1"), state, message);

        Assert.Equal(("event", "handoff.status", "conversation-1"), (status.Type, status.Name, status.Conversation.Id));
        Assert.Equal(value, Assert.IsType<JsonElement>(status.Value).GetRawText());
    }

    [Fact]
    public void A_state_without_a_name_is_refused()
    {
        var noState = Record.Exception(() => EventFactory.CreateHandoffStatus(new ConversationAccount(), " "));
        var noConversation = Record.Exception(() => EventFactory.CreateHandoffStatus(null, "accepted"));

        Assert.IsType<ArgumentException>(noState);
        Assert.IsType<ArgumentNullException>(noConversation);
    }
}
