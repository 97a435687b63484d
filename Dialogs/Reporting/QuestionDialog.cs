using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What a question made of what was sent.</summary>
/// <param name="Answer">The answer; null when it has to be asked again.</param>
/// <param name="RetryKey">The phrase that says how to answer, when it has to be asked again.</param>
public readonly record struct Reading(Answer? Answer, string? RetryKey)
{
    /// <summary>It answers.</summary>
    public static Reading Of(Answer answer) => new(answer, null);

    /// <summary>It does not: say this and ask again.</summary>
    public static Reading AskAgain(string retryKey) => new(null, retryKey);
}

/// <summary>
/// One question of a report. It asks, reads what comes back, and ends with the answer in the draft. It holds no person's
/// data: everything is in the turn, so one instance serves every conversation at once.
/// </summary>
public abstract class QuestionDialog(string question) : Dialog(IdOf(question))
{
    // Shorter than this, words that do not answer are a slip; longer, they are part of what happened.
    private const int WorthKeeping = 25;

    /// <summary>The id of the question, from <see cref="Knowledge.Reporting.Question"/>.</summary>
    public string QuestionId { get; } = question;

    /// <summary>The start of this question's phrase keys.</summary>
    protected string Key { get; } = KeyOf(question);

    /// <summary>True when it may be passed over. Everything but the account may.</summary>
    public virtual bool CanSkip => true;

    /// <summary>The stored id of the dialog that asks a question.</summary>
    public static string IdOf(string question) => "question." + question;

    /// <summary>The start of a question's phrase keys: "where-and-when" has the keys "WhereAndWhen_…".</summary>
    public static string KeyOf(string question) =>
        string.Concat(question.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>True when the question makes sense for this draft.</summary>
    public virtual bool Applies(ReportDraft draft) => true;

    /// <summary>What the account already says about it, to be confirmed by the person; null when it says nothing.</summary>
    public virtual Answer? FromAccount(Extraction extraction, DateTimeOffset now) => null;

    /// <summary>The answer to the question in what was sent.</summary>
    public abstract Reading Read(ConversationTurn turn);

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
        if (turn.Input.Way == Ways.Skip && CanSkip)
            return await AnsweredAsync(dc, turn, Passed(AnswerKind.Skipped, turn), cancellationToken);
        var reading = Read(turn);
        if (reading.Answer is { } answer)
            return await AnsweredAsync(dc, turn, answer, cancellationToken);
        await RetryAsync(turn, reading.RetryKey ?? Key + "_Retry", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), cancellationToken);

    /// <summary>Puts the answer into the draft. A question that keeps more than its answer overrides this.</summary>
    public virtual void Keep(ConversationTurn turn, Answer answer) => turn.Draft = turn.Draft.With(answer);

    /// <summary>Asks the question.</summary>
    protected virtual Task AskAsync(ConversationTurn turn, CancellationToken cancellationToken) =>
        turn.AskAsync(turn.Phrases[AskKey(turn)], CardFor(turn), cancellationToken);

    /// <summary>The phrase the question is asked with.</summary>
    protected virtual string AskKey(ConversationTurn turn) => Key + "_Ask";

    /// <summary>The card that goes with the question.</summary>
    protected virtual QuestionCard CardFor(ConversationTurn turn) => new()
    {
        Question = QuestionId,
        Choices = ChoicesFor(turn),
        Progress = Progress.Of(turn),
        Ways = WaysCard.For(turn),
    };

    /// <summary>What can be chosen, "Skip this" last where the question can be skipped.</summary>
    protected virtual System.Collections.Immutable.ImmutableArray<CardChoice> ChoicesFor(ConversationTurn turn) =>
        CanSkip ? [new CardChoice(Ways.Skip, turn.Phrases["Skip"])] : [];

    /// <summary>An answer in the person's words.</summary>
    protected Answer Given(ConversationTurn turn) => new()
    {
        Question = QuestionId,
        Kind = AnswerKind.Given,
        Words = turn.Input.Words.Length == 0 ? null : turn.Input.Words,
        At = turn.Now,
    };

    /// <summary>An answer that passes the question over.</summary>
    protected Answer Passed(AnswerKind kind, ConversationTurn turn) => new()
    {
        Question = QuestionId,
        Kind = kind,
        Words = turn.Input.Words.Length == 0 ? null : turn.Input.Words,
        At = turn.Now,
    };

    private async Task<DialogTurnResult> AnsweredAsync(DialogContext dc, ConversationTurn turn, Answer answer, CancellationToken cancellationToken)
    {
        Keep(turn, answer);
        if (turn.Memory.Changing == QuestionId)
            turn.Memory = turn.Memory with { Changing = null };
        return await dc.EndDialogAsync(QuestionId, cancellationToken);
    }

    private async Task RetryAsync(ConversationTurn turn, string retryKey, CancellationToken cancellationToken)
    {
        if (turn.Input.Words.Length >= WorthKeeping && QuestionId != Question.Account)
        {
            turn.AddToAccount();
            await turn.SayAsync("KeptWithAccount", cancellationToken);
        }

        await turn.AskAsync(turn.Phrases[retryKey], CardFor(turn), cancellationToken);
    }
}
