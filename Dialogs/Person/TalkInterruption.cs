using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Interruptions;
using ReportBot.Dialogs.Topics;

namespace ReportBot.Dialogs.Person;

/// <summary>
/// While someone from staff holds the conversation everything goes to them and the assistant says nothing. Danger was looked for before;
/// leaving, and going on without them, are left to the person at any moment.
/// </summary>
public sealed class TalkInterruption(AfterSending afterSending, IReportDesk desk) : IInterruption
{
    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var talk = turn.Memory.Talk;
        if (talk is { IsHeld: true } && Typed(turn) is { } way)
            turn.Input = turn.Input with { Words = "", Choices = [way] };
        if (turn.Input.Way == Ways.NoPerson || (talk is { IsHeld: false } && turn.Phrases.Means("Words_no-person", turn.Input.Words)))
            return await GoOnAloneAsync(dc, turn, cancellationToken);
        if (talk is { IsHeld: true })
            return turn.Input.Way != Ways.Leave && await PassOnAsync(turn, talk.Report, cancellationToken);
        // A form from while they were still there: it was meant for them, and answers no question.
        return turn.Input.Question == TalkCard.Question && turn.Memory.ReportWithStaff is { } report && HasWordsOrFiles(turn)
            && await PassOnLateAsync(dc, turn, report, cancellationToken);
    }

    // Only the very words on a button: "leave" or "stop" may be what they say to the person.
    private static string? Typed(ConversationTurn turn)
    {
        foreach (var way in TalkCard.For(turn).Ways)
            if (string.Equals(way.Label, turn.Input.Words, StringComparison.OrdinalIgnoreCase))
                return way.Value;
        return null;
    }

    private async Task<bool> GoOnAloneAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.Talk is { } talk)
        {
            try
            {
                await desk.GoOnAloneAsync(talk.Report, $"{turn.Thread}-{turn.Sequence}-alone", turn.Now, cancellationToken);
            }
            catch (IOException)
            {
                // Staff would go on believing that they hold it: nothing changes, and the person can press again.
                await turn.SayAsync("AfterSending_NotKept", cancellationToken);
                await OfferAgainAsync(dc, turn, cancellationToken);
                return true;
            }

            turn.Memory = turn.Memory with { Talk = null };
            await (talk.With is { } name
                ? turn.SayTextAsync(turn.Phrases.With("Talk_Ended", name), cancellationToken)
                : turn.SayAsync("Talk_Stopped", cancellationToken));
        }

        await TalkTurns.AskOpenQuestionAsync(dc, turn, cancellationToken);
        return true;
    }

    private static Task OfferAgainAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken) => turn.Memory.Talk is { IsHeld: true }
        ? TalkCard.OfferAsync(turn, cancellationToken)
        : OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);

    private async Task<bool> PassOnAsync(ConversationTurn turn, Guid report, CancellationToken cancellationToken)
    {
        if (HasWordsOrFiles(turn))
            await afterSending.PassAsync(turn, report, new PassedOn(), cancellationToken);
        await TalkCard.OfferAsync(turn, cancellationToken);
        return true;
    }

    private async Task<bool> PassOnLateAsync(DialogContext dc, ConversationTurn turn, Guid report, CancellationToken cancellationToken)
    {
        if (await afterSending.PassAsync(turn, report, new PassedOn(), cancellationToken))
            await turn.SayAsync("Talk_PassedOn", cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    private static bool HasWordsOrFiles(ConversationTurn turn) => turn.Input.Words.Length > 0 || !turn.Input.Files.IsEmpty;
}
