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
    public bool IsOpen => Outcome is null or SendOutcome.NotYet;
}

/// <summary>What a case's history comes to between staff and the person. A pure function of the history.</summary>
public sealed record CaseTalk
{
    /// <summary>Everything that was or is to be told, oldest first.</summary>
    public required ImmutableArray<ToldEntry> Told { get; init; }

    /// <summary>The entry to tell next; null when nothing waits.</summary>
    public ToldEntry? Next => Told.FirstOrDefault(entry => entry.IsOpen);

    /// <summary>When the outbox has to look at the case, UTC; null when it need not.</summary>
    public DateTimeOffset? Wake => Next?.Event.At;

    /// <summary>Works it out.</summary>
    public static CaseTalk Of(ImmutableArray<CaseEvent> history)
    {
        var told = ImmutableArray.CreateBuilder<ToldEntry>();
        foreach (var happened in history)
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

        return new CaseTalk { Told = told.ToImmutable() };
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
}
