using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// One turn. What is sent passes the handlers in the order they were added and then the adapter; it counts as answered,
/// and gets its id, only once the adapter has it.
/// </summary>
public sealed partial class TurnContext : ITurnContext, IDisposable
{
    private TurnContextStateCollection _turnState;
    private bool _disposed;

    /// <summary>A turn that brought this activity and answers by this adapter.</summary>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    /// <inheritdoc />
    public BotAdapter Adapter { get; }

    /// <inheritdoc />
    public TurnContextStateCollection TurnState => _turnState ??= [];

    /// <inheritdoc />
    public Activity Activity { get; }

    /// <inheritdoc />
    public bool Responded { get; private set; }

    /// <inheritdoc />
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        return SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);
    }

    /// <inheritdoc />
    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activity);
        return UpdateFromAsync(0, activity.ApplyConversationReference(Activity.GetConversationReference()), cancellationToken);
    }

    /// <inheritdoc />
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    /// <inheritdoc />
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFromAsync(0, conversationReference, cancellationToken);
    }

    /// <summary>Ends the turn and disposes what was kept for it.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _turnState?.Dispose();
    }
}
