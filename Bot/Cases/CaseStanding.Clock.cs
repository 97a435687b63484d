using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>What the clock can do to a case.</summary>
public enum ClockActKind
{
    /// <summary>Warn that the promise falls due.</summary>
    Warn,

    /// <summary>Take the case back to its queue.</summary>
    Return,

    /// <summary>Record that the promise was missed.</summary>
    Miss,

    /// <summary>Send the case up a level.</summary>
    Escalate,

    /// <summary>Say that the conversation after closing is due.</summary>
    FollowUp,
}

/// <summary>Something the clock does to a case unless something else happens before, such as reaching the person.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, UTC.</param>
public sealed record ClockAct(ClockActKind Kind, DateTimeOffset At);

public sealed partial record CaseStanding
{
    // A promise due at 17:00 is kept by contact at 17:00, so it is missed right after.
    private static readonly TimeSpan RightAfter = TimeSpan.FromMilliseconds(1);

    private sealed partial class Fold
    {
        private ImmutableArray<DateTimeOffset> _warnings = [];
        private ImmutableArray<MissedPromise> _missed = [];
        private CaseLevel _level;
        private DateTimeOffset? _returnAt;
        private DateTimeOffset? _escalateAt;
        private bool _isMissed;

        private void Hold(StaffRef? who, DateTimeOffset? since, DateTimeOffset? returnAt) => (_holder, _since, _returnAt) = (who, since, returnAt);

        private void Drop() => Hold(null, null, null);

        // What somebody has when a further report comes goes back when that report's promise falls due.
        private void Promise(ReportReceived report) => (_open, _warnings, _isMissed, _returnAt) = (report.Due, report.Warnings, false, null);

        private void Take(CaseTransferred transfer)
        {
            _queue = transfer.Queue;
            Hold(transfer.To, transfer.To is null ? null : transfer.At, transfer.ReturnAt);
            // Once the person was reached, handing a case on is what answers those who were asked about it.
            if (_open is null && transfer.Cause is MoveCause.Asked)
                _level = CaseLevel.Team;
        }

        private void Take(CaseReturned back)
        {
            Drop();
            // Once begun, the way up is not begun anew by whoever takes the case next.
            if (_level is CaseLevel.Team)
                _escalateAt ??= back.EscalateAt;
        }

        private void Take(CaseEscalated up) => (_level, _escalateAt) = ((CaseLevel)Math.Max((int)_level, (int)up.Level), up.EscalateAt);

        private void Take(PromiseWarned warned) => _warnings = _warnings.RemoveAll(planned => planned <= warned.Planned);

        private void Take(PromiseMissed missed)
        {
            _missed = _missed.Add(new MissedPromise(missed.Due, missed.Cause, missed.Holder, Reason: null));
            (_isMissed, _warnings) = (true, []);
            if (_level is not CaseLevel.Team)
                return;
            (_level, _escalateAt) = (CaseLevel.Manager, missed.EscalateAt);
        }

        private void Settle(FirstContactMade contact)
        {
            // Spoken in time and recorded afterwards is kept, whatever the clock thought meanwhile.
            if (contact.SpokeAt <= _open)
                _missed = _missed.RemoveAll(missed => missed.Due == _open);
            else if (contact.LateReason is { } reason && _open is { } due)
                Explain(due, reason);
            (_level, _escalateAt, _returnAt, _warnings, _isMissed) = (CaseLevel.Team, null, null, [], false);
        }

        private void Explain(DateTimeOffset due, string reason) =>
            _missed = [.. _missed.Select(missed => missed.Due == due ? missed with { Reason = reason } : missed)];

        private ClockAct? Next()
        {
            if (_closed is not null)
                return _followUp is { IsDue: false } later ? new ClockAct(ClockActKind.FollowUp, later.At) : null;
            if (_open is not { } due)
                return null;
            ClockAct? next = null;
            Consider(ClockActKind.Warn, _warnings.IsEmpty ? null : _warnings[0]);
            Consider(ClockActKind.Return, ReturnsAt(due));
            Consider(ClockActKind.Miss, _isMissed ? null : due + RightAfter);
            Consider(ClockActKind.Escalate, _escalateAt);
            return next;

            void Consider(ClockActKind kind, DateTimeOffset? at)
            {
                if (at is { } moment && (next is null || moment < next.At))
                    next = new ClockAct(kind, moment);
            }
        }
    }
}
