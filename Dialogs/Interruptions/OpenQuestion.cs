using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Topics;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>The question that stands open in a conversation, whichever dialog asks it.</summary>
public static class OpenQuestion
{
    private const string QuestionPrefix = "question.";

    /// <summary>The id of the open question, or of the dialog that waits; null when nothing does.</summary>
    public static string? Of(DialogContext dc)
    {
        var id = dc.ActiveDialog?.Id;
        return id is not null && id.StartsWith(QuestionPrefix, StringComparison.Ordinal) ? id[QuestionPrefix.Length..] : id;
    }

    /// <summary>True when this version knows every dialog that is open.</summary>
    public static bool CanResume(DialogContext dc)
    {
        foreach (var instance in dc.Stack)
            if (dc.Dialogs.Find(instance.Id) is null)
                return false;
        return true;
    }

    /// <summary>Asks the open question once more; opens one when nothing is open.</summary>
    public static Task AskAgainAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) =>
        dc.ActiveDialog is null ? BeginAsync(dc, turn, cancellationToken) : dc.RepromptDialogAsync(cancellationToken);

    /// <summary>Opens what comes next for this conversation: its report, or what else the assistant can do.</summary>
    public static Task BeginAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) =>
        dc.BeginDialogAsync(turn.Memory.Draft is not null ? ReportDialog.DialogId : TopicsDialog.DialogId, null, cancellationToken);

    /// <summary>Closes whatever is open and asks what comes next for the draft as it is now.</summary>
    public static async Task BeginAgainAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        await BeginAsync(dc, turn, cancellationToken);
    }
}
