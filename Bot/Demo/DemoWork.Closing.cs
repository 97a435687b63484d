using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Demo;

internal sealed partial class DemoWork
{
    private static readonly CaseTimes Times = CaseTimes.Standard;

    private static readonly string[] Tasks =
        ["Ring them with what the housing officer found", "Look whether the lock on the back door was changed", "Ask the school who saw it", "Send the letter they asked for in large print"];

    private static readonly (ClosingOutcome Outcome, string Reason)[] Endings =
    [
        (ClosingOutcome.Resolved, "It stopped after the tenancy warning. They feel safe at home again."),
        (ClosingOutcome.ActionTaken, "The neighbour signed an acceptable behaviour contract and has kept to it."),
        (ClosingOutcome.PassedToPolice, "Police have charged somebody and keep them informed."),
        (ClosingOutcome.NoFurtherContact, "They thanked us and want no more calls about it."),
    ];

    // Written down in the last days, and due in the days around now: some of it is overdue.
    private void LeaveTask(int number)
    {
        if (number % 5 == 0)
            return;
        var at = now.AddDays(-6) > _at ? now.AddDays(-6) : _at.AddMinutes(20);
        var due = Times.NextWorkingDay(at.AddDays(number % 13));
        if (at >= now)
            return;
        Take(CaseRules.AddTask(_case, Command(), at, new NewTask(Tasks[number % Tasks.Length], due, null), owner: null, Times));
        // Some go back to the queue, and what is to be done in them is nobody's.
        if (number % 7 == 0 && at.AddMinutes(10) < now)
            Take(CaseRules.Release(_case, new CaseReleased { Command = Guid.NewGuid(), At = at.AddMinutes(10), By = actor.Who, Reason = "I am on leave from tomorrow." }, oversees: false));
    }

    private void Close(DemoStage stage, int number)
    {
        var days = Math.Min(3 + (number % 20), (now - _at).TotalDays / 2);
        if (number % 2 == 0)
            DoTask(number, _at.AddDays(days / 2));
        _at = _at.AddDays(days);
        Take(CaseRules.RecordView(_case, View(number)));
        Pass(5);
        var (outcome, reason) = stage is DemoStage.AwaitsSecond
            ? (ClosingOutcome.NotHate, "Both families say it was about the parking and nothing else.")
            : MayBeCalled() ? Endings[number % Endings.Length] : Endings[^1];
        var closed = new CaseClosed
        {
            Command = Guid.NewGuid(), At = _at, By = actor.Who, Outcome = outcome, Reason = reason,
            FollowUpAt = outcome is ClosingOutcome.NoFurtherContact ? null : Times.FollowUpAt(_at),
        };
        Take(CaseRules.Close(_case, closed, actor, Times));
        if (_case.Standing.Next is { } due && due.At <= now)
            FollowUp(due, number);
    }

    private void DoTask(int number, DateTimeOffset done)
    {
        var command = Command();
        Take(CaseRules.AddTask(_case, command, _at, new NewTask(Tasks[number % Tasks.Length], Times.NextWorkingDay(_at), null), owner: null, Times));
        Take(CaseRules.FinishTask(_case, Command(), done, command.Id));
    }

    // Of those that fell due in the last ten days, half still wait.
    private void FollowUp(ClockAct due, int number)
    {
        _at = due.At;
        Take(new CaseDone(_case.With(CaseRules.Act(_case, due, _at, Times))));
        if (now - due.At < TimeSpan.FromDays(10) && number % 2 == 0)
            return;
        Pass(60);
        if (_at < now)
            Take(CaseRules.FollowUp(_case, new FollowUpMade
            {
                Command = Guid.NewGuid(), At = _at, By = actor.Who, Way = ContactWay.Call, SpokeAt = _at, Summary = "Nothing has happened since. They know how to reach us.",
            }));
    }

    // Whoever may only be reached in another way is not called after closing.
    private bool MayBeCalled() => ContactRules.Against(report, ContactWay.Call, Times.FollowUpAt(_at).AddMinutes(60), mayLeaveMessage: false).IsEmpty;

    private ViewRecorded View(int number)
    {
        var view = (Satisfaction)(number % 4);
        return new ViewRecorded
        {
            Command = Guid.NewGuid(), At = _at, By = actor.Who, View = view, Said = view switch
            {
                Satisfaction.Satisfied => "You kept your word and rang when you said.",
                Satisfaction.Partly => "It is better, but it took too long.",
                Satisfaction.Not => "I still do not feel safe on the stairs.",
                _ => null,
            },
        };
    }

    private CaseCommand Command() => new(Guid.NewGuid(), _case.Id, actor);
}
