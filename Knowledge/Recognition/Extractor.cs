using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition.Finding;
using ReportBot.Knowledge.Recognition.Times;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Reads what an account or an answer already says, each thing to be confirmed by the person. Pure: the same words and the same
/// moment give the same reading. Holds no state: one instance serves all threads.
/// </summary>
public sealed class Extractor
{
    private static readonly string[] Doers = [WhoDidItChoice.Staff, WhoDidItChoice.Contractor, WhoDidItChoice.Neighbour, WhoDidItChoice.Known, WhoDidItChoice.Stranger];
    private static readonly string[] Seen = [WhoDidItChoice.Neighbour, WhoDidItChoice.Known, WhoDidItChoice.Stranger];
    private static readonly string[] Roles = [RoleChoice.OnBehalf, RoleChoice.Staff, RoleChoice.Partner, RoleChoice.Witness, RoleChoice.Household];

    private readonly English _english = English.Shared;
    private readonly WhenReader _when = new(WallClock.London);
    private readonly ContactReader _contact = new(GivenNames.Shared);

    /// <summary>Reads an account, or any message of it.</summary>
    /// <param name="text">The words.</param>
    /// <param name="now">The present moment, for "yesterday" and "last Tuesday".</param>
    public Extraction Read(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        _english.Facts.Match(read);
        var facts = new Facts(_english.Facts, read);
        return new Extraction
        {
            When = _when.Read(text, now, isAnswer: false),
            Place = Places.In(text, read),
            PeopleInvolved = People.In(text, read),
            // Staff or a contractor only where they are told to have done something: their report goes another way.
            WhoDidIt = facts.FirstOf("who", Doers) ?? facts.FirstOf("seen", Seen),
            Role = facts.FirstOf("role", Roles),
            Children = facts.Is("children"),
            Injury = facts.Is("injury"),
            Weapon = facts.Is("weapon"),
            ThreatToLife = facts.Is("threat"),
            Damage = facts.Is("damage"),
            Repeat = facts.Is("repeat"),
            PoliceTold = facts.Is("police"),
            PoliceReference = PoliceReferences.In(text),
            Contact = _contact.In(text),
            Postcodes = [.. Postcodes.In(text)],
        };
    }

    /// <summary>Reads an answer to "when did it happen"; null when no day or time can be read from it.</summary>
    /// <param name="text">The words.</param>
    /// <param name="now">The present moment.</param>
    public IncidentTime? When(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _when.Read(text, now, isAnswer: true)?.Value is { } when ? when with { Words = text.Trim() } : null;
    }

    /// <summary>Reads an answer to "how can we reach you"; null when it holds no name, number or address.</summary>
    /// <param name="text">The words.</param>
    public ContactDetails? Contact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _contact.Answer(text);
    }
}
