using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>What staff have done about a made-up report, by the rules that hold for every case.</summary>
internal sealed class DemoWork(Report report, StaffRef who)
{
    private Case _case = CaseReception.Receive(null, Case.IdOf(report.Id), report, report.SentAt, CaseTimes.Standard)!; // The first report always makes a case.
    private DateTimeOffset _at = report.SentAt;

    /// <summary>The case after it.</summary>
    /// <param name="then">How far they came, as a story says; null when nobody has looked yet.</param>
    /// <param name="again">What the person wrote after they had spoken; null for nothing.</param>
    public Case Done(string? then, string? again)
    {
        if (then is null)
            return _case;
        Pass(25);
        Take(CaseRules.Claim(_case, new CaseClaimed { Command = Guid.NewGuid(), At = _at, By = who, ReturnAt = CaseTimes.Standard.ReturnAt(_case, _at) }));
        if (then == "tried")
            Try();
        if (then is not ("contacted" or "wrote-again"))
            return _case;
        Speak();
        return then == "wrote-again" && again is not null ? WrittenAgain(again) : _case;
    }

    private void Try()
    {
        Pass(10);
        Take(CaseRules.Attempt(_case, new ContactAttempted
        {
            Command = Guid.NewGuid(), At = _at, By = who, Way = ContactWay.Visit, Outcome = AttemptOutcome.NoAnswer, TriedAt = _at, Note = "Lights on, nobody came to the door.",
        }));
    }

    private void Speak()
    {
        Pass(30);
        Take(CaseRules.FirstContact(_case, new FirstContactMade
        {
            Command = Guid.NewGuid(), At = _at, By = who, Way = ContactWay.Call, SpokeAt = _at, Outcome = "They are safe for now. Agreed to speak again on Thursday.",
        }));
    }

    private Case WrittenAgain(string words)
    {
        Pass(180);
        return CaseReception.Receive(_case, report.Id, new ReporterMessage($"{report.Thread}/{report.Turns.Last + 1}", words, [], _at, true, false)) ?? _case;
    }

    private void Pass(int minutes) => _at = _at.AddMinutes(minutes);

    private void Take(CaseOutcome outcome) =>
        _case = outcome is CaseDone { Case: var changed } ? changed : throw new InvalidOperationException($"The rules refuse a story: {outcome.GetType().Name}.");
}
