using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>One value two cases have in common, and what whom it belongs to is in each.</summary>
/// <param name="Kind">What kind of value: an address, a whole name or a phone number.</param>
/// <param name="Here">The role in the case that is looked at.</param>
/// <param name="There">The role in the other.</param>
public readonly record struct ConnectionTie(FindableKind Kind, MarkRole Here, MarkRole There)
{
    /// <summary>The same seen from the other case.</summary>
    [JsonIgnore]
    public ConnectionTie Turned => new(Kind, There, Here);
}

/// <summary>Staff looked at two cases that have something in common, and judged whether they are connected. It stands in both histories.</summary>
public sealed record ConnectionJudged : CaseEvent
{
    /// <summary>The other case.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid Other { get; init; }

    /// <summary>True when they are connected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool IsConnected { get; init; }

    /// <summary>What they had in common when it was judged.</summary>
    public ImmutableArray<ConnectionTie> Ties { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Another case that has something in common with the one that is looked at.</summary>
/// <param name="Other">The other case.</param>
/// <param name="Ties">What they have in common.</param>
/// <param name="Judged">What staff made of it last; null while nobody has.</param>
/// <param name="IsBefore">True when the other came first.</param>
/// <param name="IsRiskRising">True when the later of the two has the higher risk.</param>
/// <param name="AreBehavioursRising">True when more kinds of behaviour were told in the later.</param>
public sealed record CaseConnection(Case Other, ImmutableArray<ConnectionTie> Ties, ConnectionJudged? Judged, bool IsBefore, bool IsRiskRising, bool AreBehavioursRising)
{
    /// <summary>True when it happened to the same person or home in both.</summary>
    public bool IsRepeatVictim => Ties.Any(tie => tie is { Here: MarkRole.Affected, There: MarkRole.Affected });

    /// <summary>True when the same person is said to have done both.</summary>
    public bool IsRepeatSuspect => Ties.Any(tie => tie is { Here: MarkRole.Suspect, There: MarkRole.Suspect });

    /// <summary>True when the later of the two is worse than the earlier.</summary>
    public bool IsRising => IsRiskRising || AreBehavioursRising;
}

/// <summary>What a case may be connected with, for one member of staff.</summary>
/// <param name="Shown">Those they may see, newest first.</param>
/// <param name="More">How many more there are that they may see and that are not shown.</param>
/// <param name="IsElsewhere">True when there are others in queues they may not see; nothing else is told of these.</param>
public sealed record ConnectedCases(ImmutableArray<CaseConnection> Shown, int More, bool IsElsewhere)
{
    /// <summary>None.</summary>
    public static ConnectedCases None { get; } = new([], 0, false);
}

/// <summary>What two cases have to do with each other, as pure functions.</summary>
public static class CaseConnections
{
    /// <summary>What a case is connected by with others: whole addresses, whole names and phone numbers.</summary>
    public static ImmutableArray<Findable> Values(Case full) => [.. Marks(full).Select(mark => mark.Value).Distinct()];

    /// <summary>What two cases have in common; empty when nothing.</summary>
    public static ImmutableArray<ConnectionTie> Between(Case here, Case there)
    {
        var others = Marks(there).ToLookup(mark => mark.Value, mark => mark.Role);
        return [.. Marks(here).SelectMany(mark => others[mark.Value].Select(role => new ConnectionTie(mark.Value.Kind, mark.Role, role))).Distinct()
            .OrderBy(tie => tie.Kind).ThenBy(tie => tie.Here).ThenBy(tie => tie.There)];
    }

    /// <summary>What staff made of each other case last.</summary>
    public static ImmutableDictionary<Guid, ConnectionJudged> Judgements(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        var judged = ImmutableDictionary.CreateBuilder<Guid, ConnectionJudged>();
        foreach (var one in full.History.OfType<ConnectionJudged>())
            judged[one.Other] = one;
        return judged.ToImmutable();
    }

    /// <summary>The connection of a case with another; what was judged stays one even when they have nothing in common any more.</summary>
    public static CaseConnection Of(Case here, Case there)
    {
        ArgumentNullException.ThrowIfNull(here);
        ArgumentNullException.ThrowIfNull(there);
        var isBefore = (there.Standing.Opened, there.Id).CompareTo((here.Standing.Opened, here.Id)) < 0;
        var (earlier, later) = isBefore ? (there, here) : (here, there);
        return new CaseConnection(
            there,
            Between(here, there),
            Judgements(here).GetValueOrDefault(there.Id),
            isBefore,
            // The most pressing band comes first.
            IsRiskRising: later.Standing.Risk < earlier.Standing.Risk,
            AreBehavioursRising: Behaviours(later) > Behaviours(earlier));
    }

    private static IEnumerable<CaseMark> Marks(Case full) =>
        CaseMarks.Of(full).Where(mark => mark.Value.Kind is FindableKind.Address or FindableKind.Person or FindableKind.Phone);

    // What they chose themselves counts; where they chose nothing, what was suggested.
    private static int Behaviours(Case full) => full.Reports.SelectMany(report => report.Told.Chosen(Question.Behaviours) is { IsEmpty: false } chosen
        ? chosen.AsEnumerable()
        : report.SuggestedBehaviours.Select(suggestion => suggestion.Value)).Distinct(StringComparer.Ordinal).Count();
}
