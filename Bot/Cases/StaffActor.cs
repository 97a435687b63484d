using System.Text.Json.Serialization;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What a member of staff is there for. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    /// <summary>Works cases of the urgent and community safety queues.</summary>
    Caseworker,

    /// <summary>Works and oversees every case, and records who is away.</summary>
    Manager,

    /// <summary>A manager who also sets up the others' accounts and reads the audit record.</summary>
    Administrator,

    /// <summary>Works cases of the urgent and safeguarding queues.</summary>
    Safeguarding,

    /// <summary>The manager whom cases go to last, who also reads the audit record.</summary>
    CommunitySafetyManager,

    /// <summary>Looks at cases, without the person's words or how to reach them, and at the audit record. Changes nothing.</summary>
    Auditor,
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
    private static readonly Queue[] Every = Enum.GetValues<Queue>();

    /// <summary>The queues this person may see, most pressing first.</summary>
    public IReadOnlyList<Queue> Queues => Role switch
    {
        StaffRole.Caseworker => [Queue.Urgent, Queue.CommunitySafety],
        StaffRole.Safeguarding => [Queue.Urgent, Queue.Safeguarding],
        _ => Every,
    };

    /// <summary>True when this person may see cases of that queue.</summary>
    public bool MaySee(Queue queue) => Queues.Contains(queue);

    /// <summary>True when this person may see a case: it is in a queue of theirs, and not walled off from them.</summary>
    public bool MaySee(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        return MaySee(full.Standing.Queue) && !full.Walls.KeepOut(Who.Id);
    }

    /// <summary>True when this person may change cases.</summary>
    public bool Works => Role is not StaffRole.Auditor;

    /// <summary>True when this person may see exact words, files, and how to reach the person.</summary>
    public bool SeesWords => Role is not StaffRole.Auditor;

    /// <summary>True when this person may give back and hand on what somebody else holds, and record who is away.</summary>
    public bool Oversees => Role is StaffRole.Manager or StaffRole.CommunitySafetyManager or StaffRole.Administrator;

    /// <summary>True when this person may read the audit record.</summary>
    public bool Audits => Role is StaffRole.Auditor or StaffRole.CommunitySafetyManager or StaffRole.Administrator;

    /// <summary>True when this person may set up, change and end the sessions of accounts.</summary>
    public bool Administers => Role is StaffRole.Administrator;
}
