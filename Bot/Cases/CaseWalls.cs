using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>Who a case is walled off from. A pure function of the history.</summary>
/// <param name="Standing">The conflicts declared and not lifted, by the account of whoever has one.</param>
public sealed record CaseWalls(ImmutableDictionary<Guid, ConflictDeclared> Standing)
{
    /// <summary>Works it out. A conflict declared again stands as it was declared last.</summary>
    public static CaseWalls Of(ImmutableArray<CaseEvent> history)
    {
        var standing = ImmutableDictionary<Guid, ConflictDeclared>.Empty;
        foreach (var happened in history)
            standing = happened switch
            {
                ConflictDeclared declared => standing.SetItem(declared.Who.Id, declared),
                ConflictLifted lifted => standing.Remove(lifted.Who.Id),
                _ => standing,
            };
        return new CaseWalls(standing);
    }

    /// <summary>True when the case is walled off from that member of staff.</summary>
    public bool KeepOut(Guid who) => Standing.ContainsKey(who);
}
