namespace ReportBot.Bot.Cases;

/// <summary>A member of staff as others see them when they hand something on.</summary>
/// <param name="Actor">Who they are and what they may do.</param>
/// <param name="AwayUntil">When they are back, UTC; null when they are there.</param>
public sealed record Colleague(StaffActor Actor, DateTimeOffset? AwayUntil)
{
    /// <summary>True while they are away.</summary>
    public bool IsAway => AwayUntil is not null;
}

/// <summary>Somebody is away for a while, and their cases move.</summary>
/// <param name="Id">The absence's id.</param>
/// <param name="Who">The account of whoever is away.</param>
/// <param name="Begins">From when, UTC.</param>
/// <param name="Ends">Until when, UTC.</param>
/// <param name="Deputy">The account that gets the cases; null for their queues.</param>
/// <param name="By">The account that recorded it.</param>
public sealed record Absence(Guid Id, Guid Who, DateTimeOffset Begins, DateTimeOffset Ends, Guid? Deputy, Guid By);

/// <summary>Who there is on staff.</summary>
public interface IStaffDirectory
{
    /// <summary>Everybody who can sign in, by name.</summary>
    ValueTask<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Somebody who can sign in; null when there is nobody with this id.</summary>
    ValueTask<Colleague?> FindAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Who is away when, durable.</summary>
public interface IAbsences
{
    /// <summary>Records an absence, with its audit entry, in one step. It takes the place of any of the same person that has not ended.</summary>
    ValueTask RecordAsync(Absence absence, CancellationToken cancellationToken);

    /// <summary>The absences that have not ended, the next first; at most 200.</summary>
    ValueTask<IReadOnlyList<Absence>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Ends the absences of somebody who is back.</summary>
    ValueTask EndAsync(Guid who, Guid by, CancellationToken cancellationToken);

    /// <summary>The absences that have begun and whose cases were not all moved yet, oldest first; at most 100.</summary>
    ValueTask<IReadOnlyList<Absence>> DueAsync(CancellationToken cancellationToken);

    /// <summary>Notes that the cases of an absence were moved.</summary>
    ValueTask MovedAsync(Guid absence, CancellationToken cancellationToken);
}
