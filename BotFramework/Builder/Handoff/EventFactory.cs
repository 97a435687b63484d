using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Makes the events by which a conversation goes to a person.</summary>
public static class EventFactory
{
    /// <summary>
    /// Asks for a person: the event carries what they should know, and what was said before as an attachment. Its time is that of the
    /// activity that led to it.
    /// </summary>
    public static IEventActivity CreateHandoffInitiation(ITurnContext turnContext, object handoffContext, Transcript transcript = null)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var inbound = turnContext.Activity;
        return new Activity
        {
            Type = ActivityTypes.Event,
            Name = HandoffEventNames.InitiateHandoff,
            Id = Guid.NewGuid().ToString(),
            Timestamp = inbound.Timestamp,
            Value = handoffContext,
            Conversation = inbound.Conversation,
            From = inbound.From,
            RelatesTo = inbound.GetConversationReference(),
            ReplyToId = inbound.Id,
            ServiceUrl = inbound.ServiceUrl,
            ChannelId = inbound.ChannelId,
            Entities = [],
            Attachments = transcript is null ? [] : [new Attachment("application/json", null, transcript, "Transcript")],
        };
    }

    /// <summary>Says how far a handoff is: <c>accepted</c>, <c>failed</c> or <c>completed</c>, with words for a person where there are any.</summary>
    public static IEventActivity CreateHandoffStatus(ConversationAccount conversation, string state, string message = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        return new Activity
        {
            Type = ActivityTypes.Event,
            Name = HandoffEventNames.HandoffStatus,
            Id = Guid.NewGuid().ToString(),
            Value = JsonSerializer.SerializeToElement(new HandoffStatus(state, message), HandoffJsonContext.Default.HandoffStatus),
            Conversation = conversation,
            Entities = [],
            Attachments = [],
        };
    }
}
