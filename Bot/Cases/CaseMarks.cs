using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What whom a value belongs to is in a case. The names are a stored format.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<MarkRole>))]
public enum MarkRole
{
    /// <summary>It happened to them.</summary>
    Affected,

    /// <summary>They reported what happened to somebody else.</summary>
    Reporter,

    /// <summary>They are said to have done it.</summary>
    Suspect,

    /// <summary>They saw or heard it.</summary>
    Witness,

    /// <summary>It happened there.</summary>
    Place,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>A value a case is known by.</summary>
/// <param name="Role">What whom it belongs to is in the case.</param>
/// <param name="Value">The value.</param>
public readonly record struct CaseMark(MarkRole Role, Findable Value);

/// <summary>Everything a case is known by: what it is searched by, and what connects it with others.</summary>
public static class CaseMarks
{
    /// <summary>Reads it from the reports and the people involved. The same value may come twice, in two roles.</summary>
    public static IEnumerable<CaseMark> Of(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        foreach (var report in full.Reports.Select(full.Circumstances.With))
        {
            var role = RoleOf(report.Told);
            foreach (var value in Findables.OfReporter(report.Told))
                yield return new CaseMark(role, value);
            foreach (var value in Findables.OfPlace(report.Told))
                yield return new CaseMark(MarkRole.Place, value);
        }

        foreach (var (person, _) in full.Involved)
            foreach (var value in Findables.OfPerson(person.Name, person.Phone, person.House, person.Postcode))
                yield return new CaseMark(RoleOf(person.Role), value);
    }

    // Whoever does not say reports for themselves.
    private static MarkRole RoleOf(ReportDraft told) =>
        told.Chosen(Question.Role) is [RoleChoice.Witness or RoleChoice.OnBehalf or RoleChoice.Staff or RoleChoice.Partner, ..] ? MarkRole.Reporter : MarkRole.Affected;

    private static MarkRole RoleOf(InvolvedRole role) => role switch
    {
        InvolvedRole.Suspect => MarkRole.Suspect,
        InvolvedRole.Witness => MarkRole.Witness,
        InvolvedRole.Affected => MarkRole.Affected,
        _ => MarkRole.Other,
    };
}
