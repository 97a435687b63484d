using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>How far a case is. The numbers are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseState>))]
public enum CaseState
{
    /// <summary>Nobody has taken it.</summary>
    New = 0,

    /// <summary>Somebody has it; the person was not reached yet.</summary>
    Claimed = 1,

    /// <summary>Staff have spoken with the person.</summary>
    Contacted = 2,

    /// <summary>Staff have spoken with the person, who has written again since; nobody has read it.</summary>
    WroteAgain = 3,

    /// <summary>It is closed.</summary>
    Closed = 4,

    /// <summary>It is closed, and the conversation some weeks after is due.</summary>
    FollowUp = 5,

    /// <summary>Staff have spoken with the person, and somebody asks to close it as plain nuisance: a second person has to look.</summary>
    AwaitsSecond = 6,
}

/// <summary>What a case's history comes to: the only place where clear columns, queues and clocks are worked out.</summary>
/// <param name="Queue">The queue it is in.</param>
/// <param name="State">How far it is.</param>
/// <param name="Risk">The highest band among its reports, or the one staff set.</param>
/// <param name="Due">
/// When contact is due, UTC: the earliest promise not yet kept. When all were kept, the last of them, so that a case is always somewhere in order.
/// </param>
/// <param name="Opened">When the first report came, UTC.</param>
/// <param name="Holder">Who has it; null when nobody has.</param>
/// <param name="HeldSince">When they took it, UTC.</param>
/// <param name="Contact">The first contact since the latest report; null when there was none.</param>
/// <param name="Unread">What the person wrote that nobody on staff has read, oldest first.</param>
public sealed partial record CaseStanding(
    Queue Queue, CaseState State, RiskBand Risk, DateTimeOffset Due, DateTimeOffset Opened,
    StaffRef? Holder, DateTimeOffset? HeldSince, FirstContactMade? Contact, ImmutableArray<MessageReceived> Unread)
{
    /// <summary>How far up it has gone since the latest report because the person was not reached.</summary>
    public CaseLevel Level { get; init; }

    /// <summary>The promises of contact that were not kept, oldest first.</summary>
    public ImmutableArray<MissedPromise> Missed { get; init; } = [];

    /// <summary>What the clock does next, and when; null when nothing until something else happens.</summary>
    public ClockAct? Next { get; init; }

    /// <summary>Works it out from the history alone; throws <see cref="InvalidOperationException"/> when no report ever came.</summary>
    public static CaseStanding Of(ImmutableArray<CaseEvent> history)
    {
        var fold = new Fold();
        foreach (var happened in history)
            fold.Take(happened);
        return fold.Standing();
    }

    private sealed partial class Fold
    {
        private readonly HashSet<Guid> _reports = [];
        private Guid _first;
        private Queue _queue;
        private RiskBand _risk = RiskBand.Standard;
        private DateTimeOffset? _opened;
        private DateTimeOffset? _open;
        private DateTimeOffset _kept;
        private StaffRef? _holder;
        private DateTimeOffset? _since;
        private FirstContactMade? _contact;
        private ImmutableArray<MessageReceived> _unread = [];

        public void Take(CaseEvent happened)
        {
            Decide(happened);
            Talk(happened);
            switch (happened)
            {
                case ReportReceived report: Take(report); break;
                case CaseClaimed claim: Hold(claim.By, claim.At, claim.ReturnAt); break;
                case CaseReleased: Drop(); break;
                case ConflictDeclared wall when _holder?.Id == wall.Who.Id: Drop(); break;
                case CaseTransferred transfer: Take(transfer); break;
                case CaseReturned back: Take(back); break;
                case CaseEscalated up: Take(up); break;
                case PromiseWarned warned: Take(warned); break;
                case PromiseMissed missed: Take(missed); break;
                case MissExplained explained: Explain(explained.Due, explained.Reason); break;
                case FirstContactMade contact: Take(contact); break;
                case MessageReceived message: Take(message); break;
                case MessagesSeen: _unread = []; break;
                case InvolvedAdded added: Take(added.Person); break;
                case InvolvedChanged changed: Take(changed.Person); break;
            }
        }

        public CaseStanding Standing() => Decided(new(
            _queue,
            State(),
            _risk,
            _open ?? _kept,
            _opened ?? throw new InvalidOperationException("A case begins with a report."),
            _holder,
            _since,
            _contact,
            _unread)
        {
            Level = _level, Missed = _missed, Next = Next(),
        });

        private CaseState State() => Ended() ?? (_contact, _holder) switch
        {
            // Nobody closes what nobody has read.
            (not null, _) when _unread.IsEmpty => _proposal is null ? CaseState.Contacted : CaseState.AwaitsSecond,
            (not null, _) => CaseState.WroteAgain,
            (null, not null) => CaseState.Claimed,
            _ => CaseState.New,
        };

        private void Take(MessageReceived message)
        {
            _unread = _unread.Add(message);
            if (!message.IsUrgent)
                return;
            Raise(RiskBand.High);
            // A complaint about staff stays where the usual team does not see it.
            if (_queue is Queue.CommunitySafety)
                _queue = Queue.Urgent;
        }

        private void Take(ReportReceived report)
        {
            if (_reports.Count == 0)
                _queue = report.Queue;
            else if (report.Report == _first)
                Reroute(report.Queue);
            if (_reports.Count == 0)
                (_first, _opened) = (report.Report, report.ArrivedAt ?? report.At);
            Raise(report.Risk);
            if (!_reports.Add(report.Report))
                return;
            // A promise is made once, when the report first comes; finishing it later does not move it.
            if (_open is not { } open || report.Due < open)
                Promise(report);
            _contact = null;
        }

        // Finishing the first report routes it anew, so that a complaint about staff leaves the usual team, and whoever of it has the case. What
        // staff know to be about one of them stays out of that team's sight, whatever is sent.
        private void Reroute(Queue queue)
        {
            if (_queue is Queue.StaffConduct)
                return;
            if (queue is Queue.StaffConduct)
                Drop();
            _queue = queue;
        }

        private void Take(FirstContactMade contact)
        {
            Settle(contact);
            _contact = contact;
            _kept = _open ?? _kept;
            _open = null;
        }
    }
}
