using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>What staff have done about a made-up report, by the rules that hold for every case.</summary>
internal sealed partial class DemoWork(Report report, StaffActor actor, DateTimeOffset now)
{
    private Case _case = CaseReception.Receive(null, Case.IdOf(report.Id), report, report.SentAt, CaseTimes.Standard)!; // The first report always makes a case.
    private DateTimeOffset _at = report.SentAt;

    /// <summary>The case after it.</summary>
    /// <param name="then">How far they came; null when nobody has looked yet.</param>
    /// <param name="again">What the person wrote after they had spoken; null for nothing.</param>
    /// <param name="number">The number of the case, which decides what is different from one to the next.</param>
    public Case Done(DemoStage? then, string? again, int number)
    {
        if (then is not { } stage)
            return _case;
        Pass(25);
        Take(CaseRules.Claim(_case, new CaseClaimed { Command = Guid.NewGuid(), At = _at, By = actor.Who, ReturnAt = CaseTimes.Standard.ReturnAt(_case, _at) }));
        if (stage is DemoStage.Tried)
            Try();
        if (stage is DemoStage.Claimed or DemoStage.Tried)
            return _case;
        Speak();
        if (stage is DemoStage.WroteAgain && again is not null)
            WriteAgain(again);
        else if (stage is DemoStage.Contacted)
            LeaveTask(number);
        else if (stage is DemoStage.Closed or DemoStage.AwaitsSecond)
            Close(stage, number);
        return _case;
    }

    private void Try()
    {
        Pass(10);
        var way = SafeWay(ContactWay.Visit);
        Take(CaseRules.Attempt(_case, new ContactAttempted
        {
            Command = Guid.NewGuid(), At = _at, By = actor.Who, Way = way, Outcome = AttemptOutcome.NoAnswer, TriedAt = _at,
            Note = way is ContactWay.Visit ? "Lights on, nobody came to the door." : null,
        }));
    }

    private void Speak()
    {
        Pass(30);
        Take(CaseRules.FirstContact(_case, new FirstContactMade
        {
            Command = Guid.NewGuid(), At = _at, By = actor.Who, Way = SafeWay(ContactWay.Call), SpokeAt = _at, Outcome = "They are safe for now. Agreed to speak again on Thursday.",
        }));
    }

    // The conversation on the website is safe at any time: they come for it themselves.
    private ContactWay SafeWay(ContactWay rather)
    {
        ContactWay[] ways = [rather, ContactWay.Call, ContactWay.Text, ContactWay.Email, ContactWay.Visit, ContactWay.Chat];
        return ways.First(way => ContactRules.Against(report, way, _at, mayLeaveMessage: false).IsEmpty);
    }

    private void WriteAgain(string words)
    {
        Pass(180);
        _case = CaseReception.Receive(_case, report.Id, new ReporterMessage($"{report.Thread}/{report.Turns.Last + 1}", words, [], _at, true, false)) ?? _case;
    }

    private void Pass(int minutes) => _at = _at.AddMinutes(minutes);

    private void Take(CaseOutcome outcome) =>
        _case = outcome is CaseDone { Case: var changed } ? changed : throw new InvalidOperationException($"The rules refuse a story: {outcome.GetType().Name}.");
}
