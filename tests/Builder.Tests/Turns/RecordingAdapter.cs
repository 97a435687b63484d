using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Turns;

/// <summary>An adapter that remembers what reached it, and gives the ids "sent-1", "sent-2"…</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, index) => new ResourceResponse($"sent-{Sent.Count - activities.Length + index + 1}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }

    public Task RunAsync(ITurnContext turnContext, BotCallbackHandler callback) => RunPipelineAsync(turnContext, callback, CancellationToken.None);

    public TurnContext Turn(string? text = "hello") => new(this, Message(text));

    public static Activity Message(string? text = "hello") => new()
    {
        Type = ActivityTypes.Message,
        Id = "in-1",
        Text = text,
        ChannelId = "test",
        ServiceUrl = "https://channel.example",
        Locale = "en-GB",
        From = new ChannelAccount("person"),
        Recipient = new ChannelAccount("bot"),
        Conversation = new ConversationAccount(id: "conversation-1"),
    };
}
