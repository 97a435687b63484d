using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public sealed partial class TurnContext
{
    private List<Activity> _buffered;

    /// <summary>The answers of a turn whose caller waits for them in the response (<see cref="DeliveryModes.ExpectReplies"/>).</summary>
    public List<Activity> BufferedReplyActivities => _buffered ??= [];

    /// <inheritdoc />
    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activity);
        List<Activity> activities = [activity.ApplyConversationReference(Activity.GetConversationReference())];
        var responses = await SendFromAsync(0, activities, cancellationToken);
        return responses is [var response, ..] ? response : new ResourceResponse();
    }

    /// <inheritdoc />
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("There is nothing to send.", nameof(activities));
        var reference = Activity.GetConversationReference();
        var addressed = new List<Activity>(activities.Length);
        foreach (var activity in activities)
            addressed.Add(activity.ApplyConversationReference(reference));
        return SendFromAsync(0, addressed, cancellationToken);
    }

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        // Handlers may have changed the list, so it is read only here.
        var outgoing = activities.ToArray();
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(outgoing)
            : await Adapter.SendActivitiesAsync(this, outgoing, cancellationToken);
        for (var index = 0; index < outgoing.Length; index++)
        {
            if (index < responses.Length && responses[index]?.Id is { } id)
                outgoing[index].Id = id;
            Responded |= outgoing[index].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(Activity[] activities)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            BufferedReplyActivities.Add(activities[index]);
            if (activities[index].Type == ActivityTypesEx.InvokeResponse)
                TurnState.Set(BotAdapter.InvokeResponseKey, activities[index]);
            responses[index] = new ResourceResponse();
        }

        return responses;
    }
}
