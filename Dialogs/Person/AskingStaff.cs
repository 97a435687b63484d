using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Topics;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Dialogs.Person;

/// <summary>Asks staff to join the conversation while they are at work, and passes on that they are asked for at any hour.</summary>
public sealed class AskingStaff(AfterSending afterSending, IConversationRecord record, ContactPromises promises, HandoffOptions options)
{
    /// <summary>Asks. False, and said so, when it could not be stored.</summary>
    public async Task<bool> AskAsync(ConversationTurn turn, Guid report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var until = promises.AtWork(turn.Now) == turn.Now ? turn.Now + TimeSpan.FromMinutes(options.WaitMinutes) : (DateTimeOffset?)null;
        if (!await afterSending.PassAsync(turn, report, new PassedOn(AsksForPerson: true, IsOnlyAsking: true, WaitsUntil: until), cancellationToken))
            return false;
        if (until is { } end)
            await BeginAsync(turn, new PersonRequest(report, end), cancellationToken);
        return true;
    }

    /// <summary>Passes on a message for whoever comes. False, and said so, when it could not be stored.</summary>
    public Task<bool> LeaveMessageAsync(ConversationTurn turn, Guid report, CancellationToken cancellationToken) =>
        afterSending.PassAsync(turn, report, new PassedOn(), cancellationToken);

    /// <summary>How long it may take, in words: minutes while staff are at work, else when they are back.</summary>
    public string HowLong(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Memory.Talk?.Until is { } until
            ? turn.Phrases.With("Person_Waiting", Math.Max(1, (int)Math.Ceiling((until - turn.Now).TotalMinutes)))
            : turn.Phrases.With("Person_Closed", Spoken.Moment(promises.AtWork(turn.Now)));
    }

    private async Task BeginAsync(ConversationTurn turn, PersonRequest request, CancellationToken cancellationToken)
    {
        var from = turn.Memory.Draft is null ? 1 : turn.Memory.DraftFrom;
        var said = await record.SaidAsync(turn.Thread, from, cancellationToken);
        await turn.Context.SendActivityAsync(EventFactory.CreateHandoffInitiation(turn.Context, request, new Transcript(said)), cancellationToken);
        turn.Memory = turn.Memory with { Talk = new TalkState { Report = request.Report, IsHeld = false, Until = request.Until } };
    }
}
