namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    /// <summary>It begins.</summary>
    BeginCalled,

    /// <summary>A message came.</summary>
    ContinueCalled,

    /// <summary>It, or the dialog above it, ended.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>It is cancelled with all others.</summary>
    CancelCalled,

    /// <summary>Its next step is called.</summary>
    NextCalled,
}
