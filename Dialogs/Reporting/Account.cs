using System.Collections.Immutable;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// What happened, in their own words: as many messages as they like, ended by "That's everything". Free recall comes before
/// every other question, and what it already says is not asked again. It is the one question that cannot be skipped.
/// </summary>
public sealed class Account(AccountReader reader, IEnumerable<QuestionDialog> questions) : Dialog(QuestionDialog.IdOf(Question.Account))
{
    /// <summary>The choice that ends the account.</summary>
    public const string Everything = "everything";

    /// <summary>The choice that takes the account back and starts it again.</summary>
    public const string WriteAgain = "write-again";

    private readonly QuestionDialog[] _questions = [.. questions];

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Input.Choices.Contains(WriteAgain))
            return await WriteAgainAsync(turn, cancellationToken);
        var ends = turn.Input.Choices.Contains(Everything) || turn.Phrases.Means("Words_Everything", turn.Input.Words);
        if (!ends && turn.Input.Words.Length > 0)
            return await HeardAsync(turn, cancellationToken);
        if (ends && turn.Input.Words.Length > 0 && turn.Input.Choices.Contains(Everything))
            turn.AddToAccount();
        if (turn.Draft.Account.IsEmpty)
        {
            await turn.AskAsync(turn.Phrases[turn.Input.IsEmpty ? "Account_Empty" : "Account_Needed"], CardFor(turn), cancellationToken);
            return EndOfTurn;
        }

        if (!ends)
        {
            await AskAsync(turn, cancellationToken);
            return EndOfTurn;
        }

        turn.Draft = turn.Draft with { AccountFinished = true };
        if (turn.Memory.Changing == Question.Account)
            turn.Memory = turn.Memory with { Changing = null };
        await NoteWhatItSaysAsync(turn, cancellationToken);
        return await dc.EndDialogAsync(Question.Account, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), cancellationToken);

    private static Task AskAsync(ConversationTurn turn, CancellationToken cancellationToken) =>
        turn.AskAsync(turn.Phrases[turn.Draft.Account.IsEmpty ? "Account_Ask" : "Account_AskMore"], CardFor(turn), cancellationToken);

    // Believe first, once; after that only room to go on.
    private static async Task<DialogTurnResult> HeardAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        turn.AddToAccount();
        var key = turn.Memory.Thanked ? "Account_More" : "Account_Thanks";
        turn.Memory = turn.Memory with { Thanked = true };
        await turn.AskAsync(turn.Phrases[key], CardFor(turn), cancellationToken);
        return EndOfTurn;
    }

    private static async Task<DialogTurnResult> WriteAgainAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        turn.Draft = turn.Draft with { Account = [], AccountFinished = false };
        await turn.AskAsync(turn.Phrases["Account_WriteAgain"], CardFor(turn), cancellationToken);
        return EndOfTurn;
    }

    private static QuestionCard CardFor(ConversationTurn turn)
    {
        var choices = ImmutableArray.CreateBuilder<CardChoice>(3);
        if (!turn.Draft.Account.IsEmpty)
            choices.Add(new CardChoice(Everything, turn.Phrases["Account_everything"]));
        if (turn.Memory.Changing == Question.Account && !turn.Draft.Account.IsEmpty)
            choices.Add(new CardChoice(WriteAgain, turn.Phrases["Account_write-again"]));
        if (turn.Memory.ReturnCode is null)
            choices.Add(new CardChoice(Ways.ReturnCode, turn.Phrases["Way_return-code"]));
        return new QuestionCard
        {
            Question = Question.Account,
            Choices = choices.ToImmutable(),
            LongAnswer = true,
            BoxLabel = turn.Phrases["Account_Box"],
            Progress = Progress.Of(turn),
            Ways = WaysCard.For(turn),
        };
    }

    // What the account says is noted, said aloud, marked for staff as read from it, and can be changed before sending.
    private async Task NoteWhatItSaysAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        var extraction = reader.Extracted(turn);
        var noted = new List<string>();
        foreach (var question in _questions)
        {
            if (turn.Draft[question.QuestionId] is { FromAccount: false } || question.FromAccount(extraction, turn.Now) is not { } answer)
                continue;
            turn.Draft = turn.Draft.With(answer with { FromAccount = true });
            noted.Add(turn.Phrases.With("Noted_Row", turn.Phrases[QuestionDialog.KeyOf(question.QuestionId) + "_Label"], AnswerText.Of(turn.Phrases, answer)));
        }

        if (noted.Count > 0)
            await turn.SayTextAsync(turn.Phrases.With("Noted", string.Join('\n', noted)), cancellationToken);
    }
}
