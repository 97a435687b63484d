using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>
/// Two values that people type together, such as a surname and a house number. Each alone may lead to more cases every year; both together
/// are looked up at once.
/// </summary>
public readonly record struct FindablePair
{
    private FindablePair(Findable one, Findable other) => (One, Other) = (one, other);

    /// <summary>The one that comes first by kind, then by value.</summary>
    public Findable One { get; }

    /// <summary>The other.</summary>
    public Findable Other { get; }

    /// <summary>
    /// Every pair of those values: two names, a name with a house number or a postcode, a house number with a postcode. A phone number is rare
    /// enough by itself; two house numbers or two postcodes are nothing anybody types.
    /// </summary>
    public static IEnumerable<FindablePair> Of(IEnumerable<Findable> values)
    {
        var paired = values.Where(value => IsPaired(value.Kind)).Distinct().OrderBy(value => value.Kind).ThenBy(value => value.Value, StringComparer.Ordinal).ToList();
        for (var i = 0; i < paired.Count; i++)
            for (var j = i + 1; j < paired.Count; j++)
                if (paired[i].Kind is FindableKind.Name || paired[i].Kind != paired[j].Kind)
                    yield return new FindablePair(paired[i], paired[j]);
    }

    private static bool IsPaired(FindableKind kind) => kind is FindableKind.Name or FindableKind.Postcode or FindableKind.HouseNumber;
}
