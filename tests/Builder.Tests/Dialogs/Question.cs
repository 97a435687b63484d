using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace ReportBot.Builder.Tests.Dialogs;

/// <summary>Asks one thing and ends with the answer; a blank answer is asked again. Notes what it is told.</summary>
internal sealed class Question(string id, string question, List<string> notes) : Dialog(id)
{
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog.State["asked"] = (string?)options ?? question;
        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrWhiteSpace(dc.Context.Activity.Text))
            return await dc.EndDialogAsync(dc.Context.Activity.Text, cancellationToken);
        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        notes.Add($"{Id} resumed: {reason}, {result}");
        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        turnContext.SendActivityAsync((string)instance.State["asked"], cancellationToken: cancellationToken);

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        notes.Add($"{instance.Id} ended: {reason}");
        return Task.CompletedTask;
    }
}

/// <summary>Overrides nothing but what it must.</summary>
internal sealed class Plain : Dialog
{
    public Plain(string? id = null)
        : base(id)
    {
    }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);
}
