using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Policy;

namespace ReportBot.Dialogs.Policy;

/// <summary>Ask about the policy: answers in our words with the paragraph's number, and says so when the policy is silent.</summary>
public sealed class PolicyDialog(PolicyAnswers answers) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "policy";

    /// <inheritdoc />
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), "Policy_Ask", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Input.Words.Length == 0)
        {
            await AskAsync(turn, "Policy_Retry", cancellationToken);
            return EndOfTurn;
        }

        var found = answers.Find(turn.Input.Words);
        if (found.Silence is { } silence)
            await turn.SayTextAsync(turn.Phrases.With("Policy_Silent", silence), cancellationToken);
        foreach (var entry in found.Entries)
            await turn.SayTextAsync(turn.Phrases.With(found.IsSilent ? "Policy_Nearest" : "Policy_Answer", entry.Says, entry.Place), cancellationToken);
        await AskAsync(turn, "Policy_More", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await AskAsync(ConversationTurn.Of(dc.Context), "Policy_More", cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ConversationTurn.Of(turnContext), "Policy_Ask", cancellationToken);

    private static Task AskAsync(ConversationTurn turn, string key, CancellationToken cancellationToken) => turn.AskAsync(
        turn.Phrases[key],
        new QuestionCard { Question = DialogId, Choices = [new CardChoice(Ways.CarryOn, turn.Phrases["GoBack"])] },
        cancellationToken);
}
