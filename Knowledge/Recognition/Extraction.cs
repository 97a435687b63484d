using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>Something an account already says, with the words it stands in.</summary>
/// <typeparam name="T">What it was read as.</typeparam>
/// <param name="Value">What it was read as.</param>
/// <param name="Where">The words.</param>
public sealed record Found<T>(T Value, Span Where);

/// <summary>
/// What an account already answers, each to be confirmed by the person and never taken silently.
/// </summary>
public sealed record Extraction
{
    /// <summary>When it happened.</summary>
    public Found<IncidentTime>? When { get; init; }

    /// <summary>Where it happened: the words for the place ("outside the shop on Mill Lane").</summary>
    public Found<string>? Place { get; init; }

    /// <summary>How many people did it.</summary>
    public Found<int>? PeopleInvolved { get; init; }

    /// <summary>Who did it, as a choice of the question "who did it": neighbour, known, stranger, staff, contractor.</summary>
    public Found<string>? WhoDidIt { get; init; }

    /// <summary>Children were there or are affected.</summary>
    public Found<bool>? Children { get; init; }

    /// <summary>Someone was hurt.</summary>
    public Found<bool>? Injury { get; init; }

    /// <summary>A weapon was used, shown or threatened.</summary>
    public Found<bool>? Weapon { get; init; }

    /// <summary>A threat to kill or seriously hurt.</summary>
    public Found<bool>? ThreatToLife { get; init; }

    /// <summary>Something was damaged.</summary>
    public Found<bool>? Damage { get; init; }

    /// <summary>It has happened before.</summary>
    public Found<bool>? Repeat { get; init; }

    /// <summary>The police have been told.</summary>
    public Found<bool>? PoliceTold { get; init; }

    /// <summary>A police crime or incident (CAD) reference.</summary>
    public Found<string>? PoliceReference { get; init; }

    /// <summary>The reporter speaks for someone else, or saw it happen: a choice of the question about the role.</summary>
    public Found<string>? Role { get; init; }

    /// <summary>Phone numbers, e-mail and a name the person gave as their own.</summary>
    public Found<ContactDetails>? Contact { get; init; }

    /// <summary>Postcodes, in the form ME10 1AB.</summary>
    public ImmutableArray<Found<string>> Postcodes { get; init; } = [];
}
