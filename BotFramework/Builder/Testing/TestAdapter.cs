using System.Globalization;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter without a channel: takes a person's words and keeps the answers in a queue. For tests.</summary>
public class TestAdapter : BotAdapter
{
    private readonly bool _sendTraceActivity;
    private readonly Lock _gate = new();
    private TaskCompletionSource _arrival = NewArrival();
    private int _nextId;

    /// <summary>An adapter in a conversation on this channel.</summary>
    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(NewConversation(channelId), sendTraceActivity)
    {
    }

    /// <summary>An adapter in this conversation, or in one of its own.</summary>
    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        Conversation = conversation ?? NewConversation(Channels.Test);
        _sendTraceActivity = sendTraceActivity;
    }

    /// <summary>The language of what the person says.</summary>
    public string Locale { get; set; } = "en-us";

    /// <summary>The answers nobody looked at yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>The conversation everything belongs to.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>A conversation of this name, between these two.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot")
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(bot);
        return new ConversationReference
        {
            ChannelId = Channels.Test,
            ServiceUrl = "https://test.com",
            Conversation = new ConversationAccount { IsGroup = false, Id = name, Name = name },
            User = new ChannelAccount { Id = user.ToLowerInvariant(), Name = user },
            Bot = new ChannelAccount { Id = bot.ToLowerInvariant(), Name = bot },
        };
    }

    /// <summary>Adds a middleware after those already there.</summary>
    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>A message with these words, from the person to the bot.</summary>
    public Activity MakeActivity(string text = null) => new()
    {
        Type = ActivityTypes.Message,
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    /// <summary>Takes a turn with these words.</summary>
    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>Takes a turn with this activity, addressed from the person to the bot. An activity without an id gets one.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        activity.From = activity.From is null or { Id: null or "unknown" or RoleTypes.Bot } ? Conversation.User : activity.From;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id ??= NextId();
        using var turnContext = CreateTurnContext(activity);
        await RunPipelineAsync(turnContext, callback, cancellationToken);
    }

    /// <inheritdoc />
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            activities[index].Id ??= NextId();
            responses[index] = new ResourceResponse(activities[index].Id);
            if (activities[index].Type != ActivityTypes.Trace || _sendTraceActivity)
                Enqueue(activities[index]);
        }

        return Task.FromResult(responses);
    }

    /// <inheritdoc />
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Rewrite(waiting => waiting.Id == activity.Id ? activity : waiting);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc />
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Rewrite(waiting => waiting.Id == reference.ActivityId ? null : waiting);
        return Task.CompletedTask;
    }

    /// <summary>The next answer; null when there is none yet.</summary>
    public IActivity GetNextReply()
    {
        lock (_gate)
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>The next answer, waited for until the token is cancelled.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (ActiveQueue.TryDequeue(out var reply))
                    return reply;
                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The context of a turn with this activity.</summary>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference NewConversation(string channelId)
    {
        var conversation = CreateConversation("Conversation1");
        conversation.ChannelId = channelId;
        return conversation;
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_gate)
        {
            ActiveQueue.Enqueue(activity);
            _arrival.SetResult();
            _arrival = NewArrival();
        }
    }

    private void Rewrite(Func<Activity, Activity> change)
    {
        lock (_gate)
        {
            var waiting = ActiveQueue.ToArray();
            ActiveQueue.Clear();
            foreach (var activity in waiting)
                if (change(activity) is { } kept)
                    ActiveQueue.Enqueue(kept);
        }
    }
}
