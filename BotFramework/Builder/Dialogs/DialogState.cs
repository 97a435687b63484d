namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs of one conversation, the active one first.</summary>
public sealed class DialogState
{
    /// <summary>An empty stack.</summary>
    public DialogState()
        : this(null)
    {
    }

    /// <summary>This stack.</summary>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The stack, the active dialog first.</summary>
    public List<DialogInstance> DialogStack { get; set; }
}
