using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Support;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Makes the report of a draft, hands it to staff, and tells the person what happens next.</summary>
public sealed class Sending(Reports reports, AccountReader reader, IReportDesk desk, SupportFinder support)
{
    /// <summary>Sends the draft. False when it could not be stored: nothing was sent, everything is kept.</summary>
    public async Task<bool> SendAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        var services = support.For(turn.Draft, turn.Now);
        var report = reports.Send(turn.Draft, Origin(turn), reader.Read(turn), [.. services.Select(service => service.Id)]);
        if (!await StoredAsync(report, cancellationToken))
            return false;
        var code = turn.ReturnCode();
        turn.MarkSent(report);
        await TellAsync(turn, "Sent", report, code, services, cancellationToken);
        return true;
    }

    /// <summary>Shares the draft as it is with staff, because the person asked for one of them; null when it could not be stored.</summary>
    public async Task<Report?> ShareAsync(ConversationTurn turn, CancellationToken cancellationToken)
    {
        var report = reports.Share(turn.Draft, Origin(turn), reader.Read(turn));
        if (!await StoredAsync(report, cancellationToken))
            return null;
        turn.Memory = turn.Memory with { SharedWithStaff = true };
        return report;
    }

    /// <summary>
    /// Tells in a conversation in which nobody has written yet that staff entered what the person told them another way. The code is what they
    /// come back with; the account is not in this conversation.
    /// </summary>
    public static Task EnteredAsync(ConversationTurn turn, Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(report);
        var code = turn.ReturnCode();
        turn.MarkSent(report);
        return TellAsync(turn, "Sent_Entered", report, code, [], cancellationToken);
    }

    /// <summary>The promise that would be made if the draft were sent or shared now.</summary>
    public ContactPromise Promise(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return reports.Promise(turn.Draft, turn.Now);
    }

    private static ReportOrigin Origin(ConversationTurn turn) =>
        new(turn.Thread, new TurnRange(turn.Memory.DraftFrom, turn.Sequence), turn.Channel, turn.Now);

    private async Task<bool> StoredAsync(Report report, CancellationToken cancellationToken)
    {
        try
        {
            await desk.SubmitAsync(report, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            // Nothing was stored: the person is told so and can send again; the draft is untouched.
            return false;
        }
    }

    private static async Task TellAsync(
        ConversationTurn turn, string key, Report report, string code, ImmutableArray<ServiceView> services, CancellationToken cancellationToken)
    {
        var phrases = turn.Phrases;
        await turn.ShowAsync(phrases.With(key, report.Reference), ConversationTurn.Card(ReceiptCard.ContentType, new ReceiptCard
        {
            Reference = report.Reference.ToString(),
            ReturnCode = code,
            Promise = PromiseWords.Of(phrases, report.Promise),
            Due = report.Promise,
            Next = [phrases["Sent_Next1"], phrases[PromiseWords.IsBehindCode(report.Promise) ? "Sent_Next2BehindCode" : "Sent_Next2"], phrases["Sent_Next3"]],
        }), cancellationToken);
        if (!services.IsEmpty)
            await turn.ShowAsync(phrases["Sent_Services"], ConversationTurn.Card(ServicesCard.ContentType, new ServicesCard { Services = services }), cancellationToken);
        await turn.SayAsync("Police", cancellationToken);
    }
}
