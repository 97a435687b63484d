using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public static partial class CaseRules
{
    /// <summary>Records somebody involved.</summary>
    public static CaseOutcome AddInvolved(Case current, InvolvedAdded added, InvolvedFields typed)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(typed);
        return Checked(Moved(current, added.Person, added.At), added, [.. typed.Problems()]);
    }

    /// <summary>Changes what is recorded of somebody, unless it was changed since it was read.</summary>
    /// <param name="current">The case.</param>
    /// <param name="changed">What is to stand.</param>
    /// <param name="typed">What it was read from.</param>
    /// <param name="basis">The command of the change that was seen last.</param>
    public static CaseOutcome ChangeInvolved(Case current, InvolvedChanged changed, InvolvedFields typed, Guid basis)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(typed);
        return Meanwhile(current, changed.Person.Id, basis)
            ?? Checked(Moved(current, changed.Person, changed.At), changed, [.. typed.Problems(), Words(nameof(InvolvedChanged.Reason), changed.Reason, required: true)]);
    }

    /// <summary>Takes somebody out of the people involved, unless what is recorded of them was changed since it was read.</summary>
    public static CaseOutcome RemoveInvolved(Case current, InvolvedRemoved removed, Guid basis)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(removed);
        return Meanwhile(current, removed.Person, basis) ?? Checked(current, removed, Words(nameof(InvolvedRemoved.Reason), removed.Reason, required: true));
    }

    private static CaseOutcome? Meanwhile(Case current, Guid person, Guid basis)
    {
        if (current.Involved.FirstOrDefault(one => one.Person.Id == person) is not { } known)
            return new NotInvolved();
        return known.Last.Command == basis ? null : new InvolvedChangedMeanwhile(known.Last);
    }

    // A case that becomes one of staff conduct leaves the team, and whoever of it is in the conversation leaves that.
    private static Case Moved(Case current, Involved person, DateTimeOffset at) =>
        person.IsOurs && current.Standing.Queue is not Queue.StaffConduct ? Released(current, _ => true, at) : current;
}

/// <summary>Somebody involved as staff fill it in.</summary>
public sealed record InvolvedFields
{
    /// <summary>What they are in the case.</summary>
    public InvolvedRole Role { get; init; }

    /// <summary>True when the person who reported knows who they are.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether they work for the association.</summary>
    public WorksForUs Work { get; init; }

    /// <summary>Their name.</summary>
    public string? Name { get; init; }

    /// <summary>The number of their house and flat.</summary>
    public string? House { get; init; }

    /// <summary>The rest of their address.</summary>
    public string? Street { get; init; }

    /// <summary>Their postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Their phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>What they look like, or are known for.</summary>
    public string? Description { get; init; }

    /// <summary>What they are to the person who reported.</summary>
    public string? Relation { get; init; }

    /// <summary>What comes of it. What cannot be read is left out, and is a problem.</summary>
    public Involved Read(Guid id) => new()
    {
        Id = id,
        Role = Role,
        IsKnown = IsKnown,
        Work = Work,
        Name = Trimmed(Name),
        House = Trimmed(House),
        Street = Trimmed(Street),
        Postcode = Knowledge.Reporting.Postcode.TryParse(Postcode, out var code) ? code : null,
        Phone = PhoneNumber.TryParse(Phone, out var number) ? number : null,
        Description = Trimmed(Description),
        Relation = Trimmed(Relation),
    };

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<FieldProblem?> Problems()
    {
        foreach (var (field, words) in new[] { (nameof(Name), Name), (nameof(House), House), (nameof(Street), Street), (nameof(Description), Description), (nameof(Relation), Relation) })
            yield return CaseRules.Words(field, words, required: false);
        if (!string.IsNullOrWhiteSpace(Postcode) && !Knowledge.Reporting.Postcode.TryParse(Postcode, out _))
            yield return new FieldProblem(nameof(Postcode), FieldProblemKind.NotAPostcode);
        if (!string.IsNullOrWhiteSpace(Phone) && !PhoneNumber.TryParse(Phone, out _))
            yield return new FieldProblem(nameof(Phone), FieldProblemKind.NotAPhoneNumber);
        if (new[] { Name, House, Street, Postcode, Phone, Description }.All(string.IsNullOrWhiteSpace))
            yield return new FieldProblem(nameof(Description), FieldProblemKind.Missing);
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>They are not among the people involved any more; nothing was changed.</summary>
public sealed record NotInvolved : CaseOutcome;

/// <summary>What is recorded of them was changed since it was read; nothing was changed.</summary>
/// <param name="Last">The change.</param>
public sealed record InvolvedChangedMeanwhile(CaseEvent Last) : CaseOutcome;
