using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Support;

/// <summary>Find support: the services of Appendix A for what a person picks or says, without reporting anything.</summary>
public sealed class SupportDialog(SupportFinder finder) : Dialog(DialogId)
{
    /// <summary>The stored id.</summary>
    public const string DialogId = "support";

    /// <summary>The choice for services that help anyone.</summary>
    public const string Anyone = "anyone";

    private static readonly ImmutableArray<string> Characteristics =
        [.. Enum.GetValues<Characteristic>().Where(c => c != Characteristic.SomethingElse).Select(c => c.Label())];

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
        var choice = turn.Input.Choices.FirstOrDefault();
        if (turn.Input.Words.Length == 0 && (choice is null || (choice != Anyone && !Characteristics.Contains(choice))))
        {
            await AskAsync(turn, cancellationToken);
            return EndOfTurn;
        }

        var services = finder.For(choice ?? Labelled(turn), turn.Language is null ? turn.Input.Words : "", turn.Now);
        await turn.ShowAsync(turn.Phrases["Support_Found"], ConversationTurn.Card(ServicesCard.ContentType, new ServicesCard { Services = services }), cancellationToken);
        await turn.SayAsync("Police", cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
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

    // A strand's own name, typed instead of pressed.
    private static string? Labelled(ConversationTurn turn) => Characteristics.FirstOrDefault(label =>
        string.Equals(AnswerText.Label(turn.Phrases, Question.Perception, label), turn.Input.Words, StringComparison.OrdinalIgnoreCase)
        || string.Equals(label, turn.Input.Words, StringComparison.OrdinalIgnoreCase));

    private static Task AskAsync(ConversationTurn turn, CancellationToken cancellationToken) => turn.AskAsync(
        turn.Phrases["Support_Ask"],
        new QuestionCard
        {
            Question = DialogId,
            Choices =
            [
                .. Characteristics.Select(label => new CardChoice(label, AnswerText.Label(turn.Phrases, Question.Perception, label))),
                new CardChoice(Anyone, turn.Phrases["Support_anyone"]),
                new CardChoice(Ways.CarryOn, turn.Phrases["GoBack"]),
            ],
        },
        cancellationToken);
}
