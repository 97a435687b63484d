using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public sealed partial class TurnContext
{
    private List<SendActivitiesHandler> _onSend;
    private List<UpdateActivityHandler> _onUpdate;
    private List<DeleteActivityHandler> _onDelete;

    /// <inheritdoc />
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onSend ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc />
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onUpdate ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc />
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onDelete ??= []).Add(handler);
        return this;
    }

    private Task<ResourceResponse[]> SendFromAsync(int handler, List<Activity> activities, CancellationToken cancellationToken) =>
        handler < (_onSend?.Count ?? 0)
            ? HandSendAsync(handler, activities, cancellationToken)
            : DeliverAsync(activities, cancellationToken);

    private Task<ResourceResponse[]> HandSendAsync(int handler, List<Activity> activities, CancellationToken cancellationToken) =>
        _onSend[handler](this, activities, () => SendFromAsync(handler + 1, activities, cancellationToken));

    private Task<ResourceResponse> UpdateFromAsync(int handler, Activity activity, CancellationToken cancellationToken) =>
        handler < (_onUpdate?.Count ?? 0)
            ? _onUpdate[handler](this, activity, () => UpdateFromAsync(handler + 1, activity, cancellationToken))
            : Adapter.UpdateActivityAsync(this, activity, cancellationToken);

    private Task DeleteFromAsync(int handler, ConversationReference reference, CancellationToken cancellationToken) =>
        handler < (_onDelete?.Count ?? 0)
            ? _onDelete[handler](this, reference, () => DeleteFromAsync(handler + 1, reference, cancellationToken))
            : Adapter.DeleteActivityAsync(this, reference, cancellationToken);
}
