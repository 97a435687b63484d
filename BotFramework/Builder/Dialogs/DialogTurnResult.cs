namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How far the dialogs are at the end of a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog on the stack.</summary>
    Empty,

    /// <summary>The active dialog waits for a message.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The last dialog ended and no other is to begin in this turn.</summary>
    CompleteAndWait,
}

/// <summary>What the dialogs answered in a turn.</summary>
public sealed class DialogTurnResult
{
    /// <summary>An answer with this status.</summary>
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    /// <summary>How far the dialogs are.</summary>
    public DialogTurnStatus Status { get; }

    /// <summary>What the last dialog ended with.</summary>
    public object Result { get; }
}
