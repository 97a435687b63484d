using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Check answers, change any, then send. Only here does a draft become a report.</summary>
public sealed class CheckAnswersDialog(Sending sending) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "check-answers";

    /// <summary>What this dialog ends with when the report was sent.</summary>
    public const string Sent = "sent";

    /// <summary>The choice that sends.</summary>
    public const string Send = "send";

    /// <summary>The choice that asks for the further questions.</summary>
    public const string More = "more";

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        await ShowAsync(ConversationTurn.Of(dc.Context), "CheckAnswers_Ask", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (Says(turn, Send, "Words_Send"))
            return await SendAsync(dc, turn, cancellationToken);
        if (Says(turn, More, "Words_More") && !turn.Draft.WantsMoreQuestions)
        {
            turn.Draft = turn.Draft with { WantsMoreQuestions = true };
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        if (turn.Input.Words.Length > 0)
        {
            // At the end people remember more: it belongs to what happened.
            turn.AddToAccount();
            await ShowAsync(turn, "CheckAnswers_Added", cancellationToken);
            return EndOfTurn;
        }

        await ShowAsync(turn, "CheckAnswers_Retry", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await ShowAsync(ConversationTurn.Of(dc.Context), "CheckAnswers_Ask", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        ShowAsync(ConversationTurn.Of(turnContext), "CheckAnswers_Ask", cancellationToken);

    private static bool Says(ConversationTurn turn, string choice, string words) =>
        turn.Input.Choices.Contains(choice) || turn.Phrases.Means(words, turn.Input.Words);

    private static Task ShowAsync(ConversationTurn turn, string key, CancellationToken cancellationToken) => turn.AskAsync(
        turn.Phrases[key],
        CardFor(turn),
        cancellationToken,
        ConversationTurn.Card(SummaryCard.ContentType, Summary.Of(turn.Draft, turn.Phrases)));

    private static QuestionCard CardFor(ConversationTurn turn)
    {
        var choices = ImmutableArray.CreateBuilder<CardChoice>(2);
        choices.Add(new CardChoice(Send, turn.Phrases["CheckAnswers_send"]));
        if (!turn.Draft.WantsMoreQuestions)
            choices.Add(new CardChoice(More, turn.Phrases["CheckAnswers_more"], turn.Phrases["CheckAnswers_more_Hint"]));
        return new QuestionCard { Question = DialogId, Choices = choices.ToImmutable(), BoxLabel = turn.Phrases["CheckAnswers_Box"], Ways = WaysCard.For(turn) };
    }

    private async Task<DialogTurnResult> SendAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (await sending.SendAsync(turn, cancellationToken))
            return await dc.EndDialogAsync(Sent, cancellationToken);
        await ShowAsync(turn, "CheckAnswers_NotSent", cancellationToken);
        return EndOfTurn;
    }
}
