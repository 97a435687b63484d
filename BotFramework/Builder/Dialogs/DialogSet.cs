namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs there are, by their ids. Filled once at the start, then only read, by all conversations at once.</summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    /// <summary>An empty set whose contexts are made with a <see cref="DialogState"/> at hand.</summary>
    public DialogSet()
    {
    }

    /// <summary>An empty set that reads the stack of each conversation by this accessor.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>Adds a dialog. Throws <see cref="ArgumentException"/> when another one has its id, since stored stacks name dialogs by id.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (!_dialogs.TryAdd(dialog.Id, dialog) && !ReferenceEquals(_dialogs[dialog.Id], dialog))
            throw new ArgumentException($"Another dialog with the id '{dialog.Id}' is already in the set.", nameof(dialog));
        return this;
    }

    /// <summary>The dialog with this id; null when there is none.</summary>
    public Dialog Find(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        return _dialogs.GetValueOrDefault(dialogId);
    }

    /// <summary>All dialogs of the set.</summary>
    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <summary>The dialogs of the conversation this turn is in. Throws <see cref="InvalidOperationException"/> for a set made without an accessor.</summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
            throw new InvalidOperationException("This dialog set was made without an accessor for the dialog state.");
        return new DialogContext(this, turnContext, await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }
}
