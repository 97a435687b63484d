using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>The conversation some weeks after closing.</summary>
/// <param name="At">When it is due, UTC.</param>
/// <param name="IsDue">True once the clock has said so.</param>
/// <param name="Tries">How often somebody tried to reach the person for it.</param>
public sealed record FollowUp(DateTimeOffset At, bool IsDue, int Tries);

public sealed partial record CaseStanding
{
    /// <summary>The latest judgement of staff; null while nobody has judged. The assistant never does.</summary>
    public JudgementMade? Judged { get; init; }

    /// <summary>The band read from what was told, whatever staff set.</summary>
    public RiskBand ReadRisk { get; init; }

    /// <summary>The band staff set, while nothing that came later has raised it; null otherwise.</summary>
    public RiskOverridden? RiskSet { get; init; }

    /// <summary>Perceptions of hate that staff recorded, oldest first. Those of the reports are in the reports.</summary>
    public ImmutableArray<PerceivedAsHate> Perceived { get; init; } = [];

    /// <summary>The wish to close it as plain nuisance that waits for a second person; null when there is none.</summary>
    public NotHateProposed? Proposal { get; init; }

    /// <summary>The person's own view of what was done, since the case was last opened; null while it is not recorded.</summary>
    public ViewRecorded? View { get; init; }

    /// <summary>How it was closed; null while it is open.</summary>
    public CaseClosed? Closed { get; init; }

    /// <summary>The conversation to have after closing; null when there is none, or it was had.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>True unless it was closed as plain nuisance, with a second person: what every count goes by.</summary>
    public bool CountsAsHate => Closed is not { Outcome: ClosingOutcome.NotHate };

    private sealed partial class Fold
    {
        private RiskBand _read = RiskBand.Standard;
        private JudgementMade? _judged;
        private RiskOverridden? _riskSet;
        private ImmutableArray<PerceivedAsHate> _perceived = [];
        private NotHateProposed? _proposal;
        private ViewRecorded? _view;
        private CaseClosed? _closed;
        private FollowUp? _followUp;

        private CaseStanding Decided(CaseStanding standing) => standing with
        {
            Judged = _judged, ReadRisk = _read, RiskSet = _riskSet, Perceived = _perceived, Proposal = _proposal, View = _view, Closed = _closed, FollowUp = _followUp,
        };

        private void Decide(CaseEvent happened)
        {
            if (_closed is not null && CaseClosed.IsEndedBy(happened))
                (_closed, _view, _followUp) = (null, null, null);
            switch (happened)
            {
                case JudgementMade judged: _judged = judged; break;
                case RiskOverridden set: (_risk, _riskSet) = (set.Band, set); break;
                // Who asked to close it did not know of what is told now, so it has to be asked for anew.
                case ReportReceived: _proposal = null; break;
                case PerceivedAsHate perceived: (_perceived, _proposal) = (_perceived.Add(perceived), null); break;
                case ViewRecorded view: _view = view; break;
                case NotHateProposed proposal: _proposal = proposal; break;
                case NotHateRefused: _proposal = null; break;
                case CaseClosed closed: Close(closed); break;
                case FollowUpFellDue: _followUp = _followUp is null ? null : _followUp with { IsDue = true }; break;
                case FollowUpTried tried: _followUp = tried.IsLast || _followUp is null ? null : _followUp with { Tries = _followUp.Tries + 1 }; break;
                case FollowUpMade: _followUp = null; break;
            }
        }

        private void Close(CaseClosed closed) =>
            (_closed, _proposal, _followUp) = (closed, null, closed.FollowUpAt is { } at ? new FollowUp(at, IsDue: false, Tries: 0) : null);

        // What comes later can raise what is at stake, never quietly lower it; a band that staff set gives way to it.
        private void Raise(RiskBand band)
        {
            _read = Higher(_read, band);
            if (Higher(_risk, band) == _risk)
                return;
            (_risk, _riskSet) = (band, null);
        }

        private CaseState? Ended() => _closed is null ? null : _followUp is { IsDue: true } ? CaseState.FollowUp : CaseState.Closed;

        // The most pressing band comes first.
        private static RiskBand Higher(RiskBand one, RiskBand other) => (RiskBand)Math.Min((int)one, (int)other);
    }
}
