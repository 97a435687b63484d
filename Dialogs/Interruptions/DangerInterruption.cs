using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Topics;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>
/// Danger is looked for in every message of every topic, before anything else, and has no switch. 999 comes first; a person
/// is offered, never summoned; the words are kept with what happened.
/// </summary>
public sealed class DangerInterruption(DangerWatch watch, AfterSending afterSending) : IInterruption
{
    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Question == Question.Safety && turn.Input.Choices.Contains(SafetyChoice.Danger))
            return await AnswerAsync(dc, turn, "Danger", cancellationToken);
        if (turn.Input.Words.Length == 0)
            return false;
        var danger = watch.Look(turn.Input.Words);
        if (danger.IsEmergency)
            return await AnswerAsync(dc, turn, danger.Kind == DangerKind.SelfHarm ? "Danger_SelfHarm" : "Danger", cancellationToken);
        if (danger.Kind == DangerKind.LowMood && !turn.Memory.LowMoodAnswered)
        {
            turn.Memory = turn.Memory with { LowMoodAnswered = true };
            await turn.SayAsync("LowMood", cancellationToken);
        }

        return false;
    }

    private async Task<bool> AnswerAsync(DialogContext dc, ConversationTurn turn, string key, CancellationToken cancellationToken)
    {
        turn.Memory = turn.Memory with { DangerSeen = true };
        await turn.SayUrgentlyAsync(turn.Phrases[key], cancellationToken);
        await turn.SayAsync("Danger_Person", cancellationToken);
        await KeepWordsAsync(turn, cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private async Task KeepWordsAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Words.Length == 0)
            return;
        if (turn.Memory is { Sent: not null, Draft: null })
        {
            await afterSending.PassOnAsync(turn, asksForPerson: false, cancellationToken, isUrgent: true);
            return;
        }

        turn.KeepFiles();
        turn.Draft = turn.Draft.WithAccount(turn.Input.Words, turn.Now);
    }
}
