using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using ReportBot.Builder.Tests.Turns;

namespace ReportBot.Builder.Tests.Schema;

public sealed class ActivityTests
{
    [Fact]
    public void A_reference_leads_back_to_the_sender()
    {
        var message = RecordingAdapter.Message();

        var answer = new Activity { Type = ActivityTypes.Message }.ApplyConversationReference(message.GetConversationReference());

        Assert.Equal(("bot", "person", "in-1"), (answer.From.Id, answer.Recipient.Id, answer.ReplyToId));
        Assert.Equal((message.ChannelId, message.ServiceUrl, message.Locale), (answer.ChannelId, answer.ServiceUrl, answer.Locale));
    }

    [Fact]
    public void An_incoming_activity_is_addressed_the_other_way()
    {
        var reference = RecordingAdapter.Message().GetConversationReference();

        var incoming = new Activity { Type = ActivityTypes.Event }.ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("person", "bot", "in-1", null), (incoming.From.Id, incoming.Recipient.Id, incoming.Id, incoming.ReplyToId));
    }

    [Theory]
    [InlineData(Channels.Directline, null)]
    [InlineData(Channels.Webchat, null)]
    [InlineData(Channels.Msteams, "in-1")]
    public void The_opening_of_a_web_conversation_is_not_replied_to(string channel, string? repliedTo)
    {
        var opening = RecordingAdapter.Message();
        opening.Type = ActivityTypes.ConversationUpdate;
        opening.ChannelId = channel;

        Assert.Equal(repliedTo, opening.GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_reply_goes_back_in_the_same_language()
    {
        var reply = RecordingAdapter.Message().CreateReply("thank you");

        Assert.Equal(("message", "thank you", "person", "in-1", "en-GB"), (reply.Type, reply.Text, reply.Recipient.Id, reply.ReplyToId, reply.Locale));
        Assert.Empty(reply.Attachments);
    }

    [Fact]
    public void Under_a_reply_more_can_be_said()
    {
        var reference = RecordingAdapter.Message().GetReplyConversationReference(new ResourceResponse("sent-3"));

        Assert.Equal("sent-3", reference.ActivityId);
    }

    [Fact]
    public void Going_on_later_is_an_event_about_the_conversation()
    {
        var reference = RecordingAdapter.Message().GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation", "person", "bot"), (continuation.Type, continuation.Name, continuation.From.Id, continuation.Recipient.Id));
        Assert.Same(reference, continuation.RelatesTo);
        Assert.NotEqual(reference.GetContinuationActivity().Id, continuation.Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/special", true)]
    [InlineData("messageUpdate", false)]
    [InlineData("event", false)]
    [InlineData(null, false)]
    public void A_message_is_known_by_its_type(string? type, bool isMessage)
    {
        Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() is not null);
    }

    [Fact]
    public void Each_kind_is_made_as_that_kind()
    {
        Assert.NotNull(Activity.CreateMessageActivity().AsMessageActivity());
        Assert.NotNull(Activity.CreateConversationUpdateActivity().AsConversationUpdateActivity());
        Assert.NotNull(Activity.CreateTypingActivity().AsTypingActivity());
        Assert.NotNull(Activity.CreateEndOfConversationActivity().AsEndOfConversationActivity());
        Assert.NotNull(Activity.CreateEventActivity().AsEventActivity());
        Assert.NotNull(Activity.CreateInvokeActivity().AsInvokeActivity());
        Assert.NotNull(((Activity)Activity.CreateTraceActivity("note")).AsTraceActivity());
    }

    [Fact]
    public void Content_is_words_a_summary_an_attachment_or_what_the_channel_understands()
    {
        Assert.False(new Activity { Text = "  ", Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "words" }.HasContent());
        Assert.True(new Activity { Summary = "words" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = "anything" }.HasContent());
    }

    [Fact]
    public void Without_entities_nobody_is_mentioned()
    {
        Assert.Empty(new Activity().GetMentions());
    }
}
