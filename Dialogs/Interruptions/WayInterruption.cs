using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.FollowUp;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Policy;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Support;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>Help, back, change, a person, leave, start again and the other topics: at any moment, pressed or typed.</summary>
public sealed class WayInterruption : IInterruption
{
    private static readonly string[] Typed =
    [
        Ways.Help, Ways.Back, Ways.Skip, Ways.Change, Ways.Person, Ways.Leave, Ways.StartAgain, Ways.CarryOn,
        Ways.Support, Ways.Policy, Ways.FollowUp, Ways.Report, Ways.ReturnCode, Ways.NewReport,
    ];

    /// <inheritdoc />
    public Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) => WayOf(turn) switch
    {
        null => Task.FromResult(false),
        Ways.Help => HelpAsync(dc, turn, cancellationToken),
        Ways.Back => BackAsync(dc, turn, cancellationToken),
        Ways.Skip => SkipAsync(dc, turn, cancellationToken),
        Ways.Change => ChangeAsync(dc, turn, cancellationToken),
        Ways.CarryOn => CarryOnAsync(dc, turn, cancellationToken),
        Ways.Leave => LeaveAsync(turn, cancellationToken),
        Ways.ReturnCode => ReturnCodeAsync(dc, turn, cancellationToken),
        Ways.Report => ReportAsync(dc, turn, cancellationToken),
        Ways.NewReport => SayAndAskAgainAsync(dc, turn, "NewReport", cancellationToken),
        Ways.StartAgain => OpenAsync(dc, StartAgainDialog.DialogId, cancellationToken),
        Ways.Person => OpenAsync(dc, PersonDialog.DialogId, cancellationToken),
        Ways.Support => OpenAsync(dc, SupportDialog.DialogId, cancellationToken),
        Ways.Policy => OpenAsync(dc, PolicyDialog.DialogId, cancellationToken),
        Ways.FollowUp => OpenAsync(dc, FollowUpDialog.DialogId, cancellationToken),
        var way => ChangeOneAsync(dc, turn, way, cancellationToken),
    };

    private static string? WayOf(ConversationTurn turn)
    {
        if (turn.Input.Way is { } pressed)
            return pressed;
        if (turn.Input.Words.Length is 0 or > 60 || !turn.Input.Choices.IsEmpty)
            return null;
        foreach (var way in Typed)
            if (turn.Phrases.Means("Words_" + way[1..], turn.Input.Words))
                return way;
        return null;
    }

    private static async Task<bool> OpenAsync(DialogContext dc, string dialog, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog?.Id == dialog)
            await dc.RepromptDialogAsync(cancellationToken);
        else
            await dc.BeginDialogAsync(dialog, null, cancellationToken);
        return true;
    }

    private static async Task<bool> SayAndAskAgainAsync(DialogContext dc, ConversationTurn turn, string key, CancellationToken cancellationToken)
    {
        await turn.SayAsync(key, cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    // "Help" may be a cry: 999 stands first in what is said to it.
    private static async Task<bool> HelpAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        await turn.SayAsync("Help", cancellationToken);
        if (OpenQuestion.Of(dc) is { } open && turn.Phrases.Find(QuestionDialog.KeyOf(open) + "_Help") is { } specific)
            await turn.SayTextAsync(specific, cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static async Task<bool> BackAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        var isOnTop = OpenQuestion.Of(dc) is PolicyDialog.DialogId or SupportDialog.DialogId or FollowUpDialog.DialogId or PersonDialog.DialogId;
        if (turn.Memory.Changing is not null)
            turn.Memory = turn.Memory with { Changing = null };
        else if (!isOnTop && turn.Memory.Draft is { } draft)
        {
            var before = QuestionOrder.Before(draft, OpenQuestion.Of(dc));
            if (before is null)
                return await SayAndAskAgainAsync(dc, turn, "Back_AtStart", cancellationToken);
            turn.Draft = before == Question.Account ? draft with { AccountFinished = false } : draft.Without(before);
        }

        await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    // A question that can be skipped takes "skip" itself; everything else says that there is nothing to skip.
    private static Task<bool> SkipAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        var open = OpenQuestion.Of(dc);
        if (open == Question.Account)
            return SayAndAskAgainAsync(dc, turn, "Account_NoSkip", cancellationToken);
        if (open is null || dc.ActiveDialog.Id == open)
            return SayAndAskAgainAsync(dc, turn, "Skip_Nothing", cancellationToken);
        turn.Input = turn.Input with { Choices = [Ways.Skip], Words = "" };
        return Task.FromResult(false);
    }

    private static async Task<bool> ChangeAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.Draft is null)
            return await SayAndAskAgainAsync(dc, turn, "Change_Nothing", cancellationToken);
        await turn.AskAsync(
            turn.Phrases["Change_Ask"],
            new QuestionCard { Question = "change", Choices = [new CardChoice(Ways.CarryOn, turn.Phrases["Way_carry-on"])], Ways = WaysCard.For(turn) },
            cancellationToken,
            ConversationTurn.Card(SummaryCard.ContentType, Summary.Of(turn.Draft, turn.Phrases)));
        return true;
    }

    private static async Task<bool> ChangeOneAsync(DialogContext dc, ConversationTurn turn, string way, CancellationToken cancellationToken)
    {
        var question = way.StartsWith(Ways.ChangeOne, StringComparison.Ordinal) ? way[Ways.ChangeOne.Length..] : null;
        if (turn.Memory.Draft is null || question is null || !QuestionOrder.Knows(question))
        {
            await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
            return true;
        }

        turn.Memory = turn.Memory with { Changing = question };
        await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static async Task<bool> CarryOnAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (OpenQuestion.Of(dc) is PolicyDialog.DialogId or SupportDialog.DialogId or FollowUpDialog.DialogId or PersonDialog.DialogId)
            await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        else
            await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static async Task<bool> ReportAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.Sent is null && turn.Memory.Draft is null)
            turn.BeginDraft();
        await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    // Leaving may come first: the code is given before anything is told, and nothing is lost by going.
    private static async Task<bool> LeaveAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Memory is { Sent: not null, Draft: null };
        var code = turn.ReturnCode();
        await turn.AskAsync(
            turn.Phrases[sent ? "Leave_AfterSending" : "Leave"],
            new QuestionCard { Question = "leave", Choices = [new CardChoice(Ways.CarryOn, turn.Phrases["Way_carry-on"])] },
            cancellationToken,
            ConversationTurn.Card(ReturnCodeCard.ContentType, new ReturnCodeCard { Code = code }));
        return true;
    }

    private static async Task<bool> ReturnCodeAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        await turn.ShowAsync(
            turn.Phrases["ReturnCode"],
            ConversationTurn.Card(ReturnCodeCard.ContentType, new ReturnCodeCard { Code = turn.ReturnCode() }),
            cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }
}
