namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A part of a conversation that may take several turns. One object serves every conversation at once, so it holds nothing
/// about any of them: that goes into the state of its <see cref="DialogInstance"/>.
/// </summary>
public abstract class Dialog
{
    /// <summary>The answer of a dialog that waits for the next message.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    /// <summary>A dialog with this id, which is stored; without one, the id is what <see cref="OnComputeId"/> says.</summary>
    protected Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>The id of this dialog in its set.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Begins. It is already the active dialog when this is called.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes the next message. Unless overridden, it ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>Goes on after a dialog it began has ended with a result. Unless overridden, it ends with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Asks again what it is waiting for. Unless overridden, it says nothing.</summary>
    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Is told that it ends, and why, before it leaves the stack.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The id of a dialog that was given none: the name of its class.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}
