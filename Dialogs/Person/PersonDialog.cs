using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Person;

/// <summary>
/// Someone from staff. It says what they would see before it shares anything, asks for a safe way to reach the person when
/// none is known, and promises only the contact promise. Staff may join while they are at work; a message can be left at any hour.
/// </summary>
public sealed class PersonDialog(Sending sending, AskingStaff asking, ContactPromises promises, Contact contact) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "person";

    private const string Step = "step";
    private const string Agree = "agree";
    private const string Reach = "reach";
    private const string Message = "message";

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Memory.Talk is not null)
            return await LeaveMessageAsync(dc, turn, cancellationToken);
        if (turn.Memory.ReportWithStaff is { } report)
            return await AskStaffAsync(dc, turn, report, cancellationToken);
        dc.ActiveDialog.State[Step] = Agree;
        await AskAsync(turn, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        return (string)dc.ActiveDialog.State[Step] switch
        {
            Reach => ReachAsync(dc, turn, cancellationToken),
            Message => MessageAsync(dc, turn, cancellationToken),
            _ => AgreeAsync(dc, turn, cancellationToken),
        };
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), instance, cancellationToken);

    private async Task<DialogTurnResult> AgreeAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        var yes = turn.Input.Choices.Contains(YesNoChoice.Yes) || turn.Phrases.Means("Words_Yes", turn.Input.Words);
        var no = turn.Input.Choices.Contains(YesNoChoice.No) || turn.Phrases.Means("Words_No", turn.Input.Words);
        if (no)
            return await dc.EndDialogAsync(null, cancellationToken);
        if (yes && turn.Draft.HasAnswered(Question.Contact))
            return await ShareAsync(dc, turn, cancellationToken);
        if (yes)
            dc.ActiveDialog.State[Step] = Reach;
        else if (turn.Input.Words.Length > 0)
        {
            turn.AddToAccount();
            await turn.SayAsync("KeptWithAccount", cancellationToken);
        }

        await AskAsync(turn, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> ReachAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (contact.Read(turn).Answer is { Kind: AnswerKind.Given } answer)
        {
            contact.Keep(turn, answer);
            return await ShareAsync(dc, turn, cancellationToken);
        }

        await AskAsync(turn, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> ShareAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        var report = await sending.ShareAsync(turn, cancellationToken);
        if (report is null)
        {
            await turn.SayAsync("Person_NotShared", cancellationToken);
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        var words = turn.Phrases.With("Person_Shared", PromiseWords.Of(turn.Phrases, report.Promise));
        await (PromiseWords.IsBehindCode(report.Promise)
            ? turn.ShowAsync(words, ConversationTurn.Card(ReturnCodeCard.ContentType, new ReturnCodeCard { Code = turn.ReturnCode() }), cancellationToken)
            : turn.SayTextAsync(words, cancellationToken));
        return await AskStaffAsync(dc, turn, report.Id, cancellationToken);
    }

    private async Task<DialogTurnResult> AskStaffAsync(DialogContext dc, ConversationTurn turn, Guid report, CancellationToken cancellationToken)
    {
        if (!await asking.AskAsync(turn, report, cancellationToken))
            return await dc.EndDialogAsync(null, cancellationToken);
        if (turn.Memory is { Sent: { } sent, Draft: null })
            await turn.SayTextAsync(turn.Phrases.With("Person_AfterSending", PromiseWords.Of(turn.Phrases, sent.Promise)), cancellationToken);
        return await LeaveMessageAsync(dc, turn, cancellationToken);
    }

    private async Task<DialogTurnResult> LeaveMessageAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        dc.ActiveDialog.State[Step] = Message;
        await AskAsync(turn, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> MessageAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.ReportWithStaff is { } report && (turn.Input.Words.Length > 0 || !turn.Input.Files.IsEmpty))
        {
            if (await asking.LeaveMessageAsync(turn, report, cancellationToken))
                await turn.SayAsync("Person_MessageKept", cancellationToken);
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        return await LeaveMessageAsync(dc, turn, cancellationToken);
    }

    // Whoever was not asked yet how to reach them is asked next.
    private ContactPromise Promise(ConversationTurn turn) =>
        turn.Draft.HasAnswered(Question.Contact) ? sending.Promise(turn) : promises.For(turn.Now);

    private Task AskAsync(ConversationTurn turn, DialogInstance instance, CancellationToken cancellationToken)
    {
        switch ((string)instance.State[Step])
        {
            case Reach:
                return turn.AskAsync(turn.Phrases["Person_Reach"], new QuestionCard
                {
                    Question = DialogId,
                    Choices = [new CardChoice(Contact.Anonymous, turn.Phrases["Contact_anonymous"])],
                    Ways = WaysCard.For(turn),
                }, cancellationToken);
            case Message:
                return turn.AskAsync(asking.HowLong(turn), new QuestionCard
                {
                    Question = DialogId,
                    Choices = [WaysCard.Of(turn, Ways.CarryOn), .. turn.Memory.Talk is null ? (ReadOnlySpan<CardChoice>)[] : [WaysCard.Of(turn, Ways.NoPerson)]],
                    LongAnswer = true,
                }, cancellationToken);
            default:
                return turn.AskAsync(turn.Phrases.With("Person_Ask", PromiseWords.Of(turn.Phrases, Promise(turn))), new QuestionCard
                {
                    Question = DialogId,
                    Choices = [new CardChoice(YesNoChoice.Yes, turn.Phrases["Person_yes"]), new CardChoice(YesNoChoice.No, turn.Phrases["Person_no"])],
                }, cancellationToken);
        }
    }
}
