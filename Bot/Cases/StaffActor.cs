using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What a member of staff is there for. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    /// <summary>Works cases, but not those about staff or contractors.</summary>
    Caseworker,

    /// <summary>Works and oversees every case.</summary>
    Manager,

    /// <summary>A manager who also sets up the others' accounts.</summary>
    Administrator,
}

/// <summary>A member of staff as a case's history names them: the name stands as it was on the day.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name colleagues see.</param>
public sealed record StaffRef(Guid Id, string Name);

/// <summary>Whoever gives a command or asks to see something, with what they may do.</summary>
/// <param name="Who">The member of staff.</param>
/// <param name="Role">Their role when they asked.</param>
public sealed record StaffActor(StaffRef Who, StaffRole Role)
{
    private static readonly Queue[] Usual = [Queue.Urgent, Queue.Safeguarding, Queue.CommunitySafety];
    private static readonly Queue[] Every = Enum.GetValues<Queue>();

    /// <summary>The queues this person may see, most pressing first.</summary>
    public IReadOnlyList<Queue> Queues => Role is StaffRole.Caseworker ? Usual : Every;

    /// <summary>True when this person may see cases of that queue.</summary>
    public bool MaySee(Queue queue) => Role is not StaffRole.Caseworker || queue is not Queue.StaffConduct;

    /// <summary>True when this person may give back a case somebody else holds.</summary>
    public bool Oversees => Role is not StaffRole.Caseworker;

    /// <summary>True when this person may change cases.</summary>
    public bool Works => true;
}
