using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Interruptions;

namespace ReportBot.Dialogs.Person;

/// <summary>Why someone from staff is no longer in the conversation, or never was. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TalkEnd>))]
public enum TalkEnd
{
    /// <summary>They stepped out.</summary>
    SteppedOut,

    /// <summary>They had not written for too long.</summary>
    Idle,

    /// <summary>Nobody joined while the person waited.</summary>
    NobodyCame,
}

/// <summary>The turns in which the conversation changes hands.</summary>
public static class TalkTurns
{
    /// <summary>The states of a <c>handoff.status</c> event, as the protocol names them.</summary>
    private const string Accepted = "accepted", Completed = "completed", Failed = "failed";

    /// <summary>Someone from staff takes the conversation over.</summary>
    public static async Task JoinedAsync(ConversationTurn turn, Guid report, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Memory = turn.Memory with { Talk = new TalkState { Report = report, IsHeld = true, With = name } };
        await StatusAsync(turn, Accepted, cancellationToken);
        await turn.AskAsync(turn.Phrases.With("Talk_Joined", name), TalkCard.For(turn), cancellationToken);
    }

    /// <summary>
    /// The conversation comes back to the assistant, which says so and asks the question that is open. False when it had it already, so that
    /// there is nothing to say.
    /// </summary>
    public static async Task<bool> LeftAsync(DialogContext dc, ConversationTurn turn, Guid report, TalkEnd why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Memory.Talk is not { } talk || talk.Report != report || talk.IsHeld == why is TalkEnd.NobodyCame)
            return false;
        turn.Memory = turn.Memory with { Talk = null };
        await StatusAsync(turn, why is TalkEnd.NobodyCame ? Failed : Completed, cancellationToken);
        await turn.SayTextAsync(turn.Phrases.With($"Talk_{why}", talk.With), cancellationToken);
        await AskOpenQuestionAsync(dc, turn, cancellationToken);
        return true;
    }

    /// <summary>Asks what was open before somebody was asked for; what cannot be taken up again gives way to what comes next.</summary>
    public static async Task AskOpenQuestionAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (!OpenQuestion.CanResume(dc))
            await OpenQuestion.BeginAgainAsync(dc, turn, cancellationToken);
        else if (dc.ActiveDialog?.Id != PersonDialog.DialogId)
            await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        else if ((await dc.EndDialogAsync(null, cancellationToken)).Status is DialogTurnStatus.Complete)
            await OpenQuestion.BeginAsync(dc, turn, cancellationToken);
    }

    private static Task<ResourceResponse> StatusAsync(ConversationTurn turn, string state, CancellationToken cancellationToken) =>
        turn.Context.SendActivityAsync(EventFactory.CreateHandoffStatus(turn.Context.Activity.Conversation, state), cancellationToken);
}
