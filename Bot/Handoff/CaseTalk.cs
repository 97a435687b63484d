using System.Collections.Immutable;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Handoff;

/// <summary>An entry of the outbox as it stands.</summary>
/// <param name="Event">What is to be told.</param>
/// <param name="Outcome">What became of the last attempt; null before the first.</param>
/// <param name="IsUnderway">True when an attempt began and nothing is recorded of its end.</param>
public sealed record ToldEntry(ToldEvent Event, SendOutcome? Outcome = null, bool IsUnderway = false)
{
    /// <summary>True until it is known what became of it.</summary>
    public bool IsOpen => Outcome is null or SendOutcome.NotYet or SendOutcome.NotSafeNow;
}

/// <summary>What a case's history comes to between staff and the person. A pure function of the history.</summary>
public sealed record CaseTalk
{
    /// <summary>Everything that was or is to be told, oldest first.</summary>
    public required ImmutableArray<ToldEntry> Told { get; init; }

    /// <summary>The entry to tell next; null when nothing waits.</summary>
    public ToldEntry? Next => Told.FirstOrDefault(entry => entry.IsOpen);

    /// <summary>People who wait for someone in their conversation, by report.</summary>
    public required ImmutableDictionary<Guid, MessageReceived> Waiting { get; init; }

    /// <summary>Conversations that staff hold, by report.</summary>
    public required ImmutableDictionary<Guid, Held> Holding { get; init; }

    /// <summary>When the outbox has to look at the case, UTC; null when it need not.</summary>
    public DateTimeOffset? Wake
    {
        get
        {
            var wake = Next?.Event.At;
            foreach (var (_, asked) in Waiting)
                wake = Earlier(wake, asked.WaitsUntil!.Value); // Whoever waits said until when.
            foreach (var (_, held) in Holding)
                wake = Earlier(wake, held.Until);
            return wake;
        }
    }

    /// <summary>Works it out.</summary>
    public static CaseTalk Of(ImmutableArray<CaseEvent> history)
    {
        var told = ImmutableArray.CreateBuilder<ToldEntry>();
        var hands = new Hands();
        foreach (var happened in history)
        {
            hands.Take(happened);
            switch (happened)
            {
                case ToldEvent entry:
                    told.Add(new ToldEntry(entry));
                    break;
                case SendStarted started:
                    Change(told, started.Told, entry => entry with { IsUnderway = true });
                    break;
                case SendEnded ended:
                    Change(told, ended.Told, entry => entry with { IsUnderway = false, Outcome = ended.Outcome });
                    break;
            }
        }

        return new CaseTalk { Told = told.ToImmutable(), Waiting = hands.Waiting, Holding = hands.Holding };
    }

    private static void Change(ImmutableArray<ToldEntry>.Builder told, Guid command, Func<ToldEntry, ToldEntry> change)
    {
        for (var index = told.Count - 1; index >= 0; index--)
            if (told[index].Event.Command == command)
            {
                told[index] = change(told[index]);
                return;
            }
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    // Who has the conversation of each report.
    private sealed class Hands
    {
        public ImmutableDictionary<Guid, MessageReceived> Waiting { get; private set; } = ImmutableDictionary<Guid, MessageReceived>.Empty;

        public ImmutableDictionary<Guid, Held> Holding { get; private set; } = ImmutableDictionary<Guid, Held>.Empty;

        public void Take(CaseEvent happened)
        {
            switch (happened)
            {
                case MessageReceived { WaitsUntil: not null } asked when !Holding.ContainsKey(asked.Report):
                    Waiting = Waiting.SetItem(asked.Report, asked);
                    break;
                case PersonJoined joined:
                    Waiting = Waiting.Remove(joined.Report);
                    Holding = Holding.SetItem(joined.Report, new Held(joined, joined.At));
                    break;
                case ReplySent reply when Holding.TryGetValue(reply.Report, out var held):
                    Holding = Holding.SetItem(reply.Report, held with { LastWord = reply.At });
                    break;
                case PersonLeft left:
                    Clear(left.Report);
                    break;
                case WentOnAlone alone:
                    Clear(alone.Report);
                    break;
            }
        }

        private void Clear(Guid report)
        {
            Waiting = Waiting.Remove(report);
            Holding = Holding.Remove(report);
        }
    }
}

/// <summary>A conversation that someone from staff holds.</summary>
/// <param name="Joined">Who joined, and when.</param>
/// <param name="LastWord">When they last wrote, or joined, UTC.</param>
public sealed record Held(PersonJoined Joined, DateTimeOffset LastWord)
{
    /// <summary>Until when they may be silent, UTC.</summary>
    public DateTimeOffset Until => LastWord + Joined.IdleAfter;
}
