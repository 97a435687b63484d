using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Pages;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>
/// What somebody looks at in the queue: every part narrows it, and all of it stands in the address. What an address does not know is left out.
/// </summary>
/// <param name="Show">How far the cases are, one of <see cref="Shows"/>.</param>
/// <param name="Who">Who has them, one of <see cref="Holders"/>.</param>
/// <param name="Marks">What they have in common.</param>
/// <param name="Queue">The queue; null for all.</param>
/// <param name="Risk">The risk band; null for all.</param>
public sealed record QueueView(string Show, string Who, CaseMarkings Marks, Queue? Queue, RiskBand? Risk)
{
    /// <summary>How far cases may be, as it stands in addresses, with its words.</summary>
    public static ImmutableArray<(string Value, string Words, Func<StaffActor, CaseFilter> Filter)> Shows { get; } =
    [
        ("to-do", "To do", CasePageParts.ToDo),
        ("waiting", "No contact yet", actor => Every(actor) with { States = [CaseState.New, CaseState.Claimed] }),
        ("contacted", "Contact made", actor => Every(actor) with { States = [CaseState.Contacted, CaseState.WroteAgain, CaseState.AwaitsSecond] }),
        ("unread", "They wrote again", actor => Every(actor) with { States = [CaseState.WroteAgain] }),
        ("all", "All that is open", Every),
        ("second", "Waiting for a second person", actor => Every(actor) with { States = [CaseState.AwaitsSecond] }),
        ("follow-up", "Follow up", CasePageParts.ToFollowUp),
        ("closed", "Closed", actor => Every(actor) with { States = CaseFilter.Closed }),
    ];

    /// <summary>Who may have them, as it stands in addresses, with its words.</summary>
    public static ImmutableArray<(string Value, string Words)> Holders { get; } = [("", "Anybody or nobody"), ("mine", "I have"), ("nobody", "Nobody has")];

    /// <summary>What they may have in common, as it stands in addresses, with its words.</summary>
    public static ImmutableArray<(CaseMarkings Value, string Name, string Words)> Markings { get; } =
        [(CaseMarkings.Missed, "missed", "Promise missed"), (CaseMarkings.Up, "up", "Managers are asked")];

    /// <summary>What is shown when nothing was asked for.</summary>
    public static QueueView Standard { get; } = new(Shows[0].Value, "", CaseMarkings.None, null, null);

    /// <summary>Reads what was asked for.</summary>
    public static QueueView Of(string? show, string? who, CaseMarkings marks, Queue? queue, RiskBand? risk) => show switch
    {
        // Views that used to be one at a time, as they stand in what people kept.
        "new" => new("all", "nobody", marks, queue, risk),
        "mine" => new("all", "mine", marks, queue, risk),
        "up" => new("all", Known(who), marks | CaseMarkings.Up, queue, risk),
        "missed" => new("all", Known(who), marks | CaseMarkings.Missed, queue, risk),
        _ => new(Shows.Any(one => one.Value == show) ? show! : Standard.Show, Known(who), marks, queue, risk),
    };

    /// <summary>What was kept under a name.</summary>
    public static QueueView Of(SavedView kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Of(kept.Show, kept.Who, kept.Marks, kept.Queue, kept.Risk);
    }

    /// <summary>How many parts of it are not as they are when nothing was asked for.</summary>
    public int Narrowings =>
        (Show == Standard.Show ? 0 : 1) + (Who == Standard.Who ? 0 : 1) + (Queue is null ? 0 : 1) + (Risk is null ? 0 : 1) + Markings.Count(mark => Marks.HasFlag(mark.Value));

    /// <summary>Its address.</summary>
    public string Address => string.Concat(
        $"/staff?queue={Queue}&show={Show}&risk={Risk}",
        Who.Length == 0 ? "" : $"&who={Who}",
        string.Concat(Markings.Where(mark => Marks.HasFlag(mark.Value)).Select(mark => $"&{mark.Name}=true")));

    /// <summary>What it lists for somebody.</summary>
    public CaseFilter Filter(StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var filter = Shows.First(one => one.Value == Show).Filter(actor) with { Risk = Risk, Marks = Marks, Unheld = Who == "nobody" };
        filter = Who == "mine" ? filter with { Holder = actor.Who.Id } : filter;
        return Queue is { } one ? filter with { Queues = [one] } : filter;
    }

    private static string Known(string? who) => Holders.Any(one => one.Value == who) ? who! : "";

    private static CaseFilter Every(StaffActor actor) => new() { Queues = [.. actor.Queues], States = CaseFilter.Open };
}
