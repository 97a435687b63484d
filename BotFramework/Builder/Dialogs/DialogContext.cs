namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs of one conversation during one turn.</summary>
public sealed class DialogContext
{
    /// <summary>The dialogs of this set, in this turn, on this stack.</summary>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack ??= [];
    }

    /// <summary>The dialogs there are.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The stack, the active dialog first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The dialog that takes the next message; null when there is none.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The dialog with this id; null when there is none.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>Puts a dialog on the stack and begins it. Throws <see cref="InvalidOperationException"/> when the set has no such dialog.</summary>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        var dialog = Require(dialogId, "begin");
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>
    /// Gives the message to the active dialog; answers <see cref="DialogTurnStatus.Empty"/> when there is none. Throws
    /// <see cref="InvalidOperationException"/> when the set no longer has that dialog; the stack is left as it was.
    /// </summary>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? Require(active.Id, "continue").ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>
    /// Ends the active dialog and resumes the one under it with the result; answers <see cref="DialogTurnStatus.Complete"/> when there is none.
    /// </summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        await PopAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } active
            ? await Require(active.Id, "resume").ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends every dialog, the active one first, resuming none; dialogs the set no longer has are dropped too.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0)
            return new DialogTurnResult(DialogTurnStatus.Empty);
        while (Stack.Count > 0)
            await PopAsync(DialogReason.CancelCalled, cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog without resuming the one under it, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Require(dialogId, "begin");
        await PopAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Has the active dialog ask again; does nothing when there is none.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? Require(active.Id, "ask again in").RepromptDialogAsync(Context, active, cancellationToken)
            : Task.CompletedTask;

    private async Task PopAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;
        if (FindDialog(active.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        Stack.RemoveAt(0);
    }

    private Dialog Require(string dialogId, string purpose) =>
        FindDialog(dialogId)
        ?? throw new InvalidOperationException($"Cannot {purpose} the dialog '{dialogId}': the dialog set has no dialog with that id.");
}
