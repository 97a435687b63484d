using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// Where an attempt's replies wait until the turn is durable. Nothing leaves before that: a reply has an id of ours at once,
/// and what was said cannot be changed or unsaid. One for each attempt.
/// </summary>
internal sealed class HeldReplies(int sequence) : BotAdapter
{
    private readonly List<Activity> _replies = new(4);
    private int _opening;

    /// <summary>Everything held, the opening first.</summary>
    public IReadOnlyList<Activity> All => _replies;

    /// <summary>True while what is said comes before the person's first message.</summary>
    public bool IsOpening { get; private set; }

    /// <summary>What follows is said before the person's first message.</summary>
    public void BeginOpening() => IsOpening = true;

    /// <summary>What follows answers the person.</summary>
    public void EndOpening()
    {
        IsOpening = false;
        _opening = _replies.Count;
    }

    /// <summary>The opening.</summary>
    public IReadOnlyList<Activity> Opening => _opening == 0 ? [] : _replies.GetRange(0, _opening);

    /// <summary>The answer.</summary>
    public IReadOnlyList<Activity> Answer => _opening == 0 ? _replies : _replies.GetRange(_opening, _replies.Count - _opening);

    /// <inheritdoc />
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            activity.Id = ReplyIds.Of(IsOpening ? 0 : sequence, _replies.Count);
            responses[i] = new ResourceResponse(activity.Id);
            if (activity.Type != ActivityTypes.Trace)
                _replies.Add(activity);
        }

        return Task.FromResult(responses);
    }

    /// <inheritdoc />
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A turn may not change what was already said.");

    /// <inheritdoc />
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A turn may not unsay what was already said.");
}

/// <summary>The ids of replies: the turn's sequence, 0 for the opening, and the place within it.</summary>
internal static class ReplyIds
{
    /// <summary>The id of a reply.</summary>
    public static string Of(int sequence, int index) => $"{sequence}-{index}";

    /// <summary>True for a reply that was said before the person wrote.</summary>
    public static bool IsOpening(string? id) => id is not null && id.StartsWith("0-", StringComparison.Ordinal);
}
