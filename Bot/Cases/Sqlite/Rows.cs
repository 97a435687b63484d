namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>A row of <c>cases</c>.</summary>
internal sealed class CaseRow
{
    public required byte[] Id { get; init; }

    public required int Queue { get; init; }

    public required int State { get; init; }

    public required int Risk { get; init; }

    public required long Due { get; init; }

    public required long Opened { get; init; }

    public byte[]? Holder { get; init; }

    public long? Wake { get; init; }

    public required int Level { get; init; }

    public required int Missed { get; init; }

    public long? Acts { get; init; }

    public required long Version { get; init; }

    public required byte[] Key { get; init; }

    public required byte[] Summary { get; init; }

    public required byte[] Document { get; init; }
}

/// <summary>What a queue reads of a row of <c>cases</c>: not the document.</summary>
internal sealed class LineRow
{
    public required byte[] Id { get; init; }

    public required int Queue { get; init; }

    public required int State { get; init; }

    public required int Risk { get; init; }

    public required long Due { get; init; }

    public required long Opened { get; init; }

    public required long Version { get; init; }

    public required byte[] Key { get; init; }

    public required byte[] Summary { get; init; }
}

/// <summary>What the outbox reads of a row of <c>cases</c>.</summary>
internal sealed class WakeRow
{
    public required long Wake { get; init; }

    public required byte[] Id { get; init; }
}

/// <summary>What the clock reads of a row of <c>cases</c>.</summary>
internal sealed class DueRow
{
    public required byte[] Id { get; init; }

    public required long Acts { get; init; }
}

/// <summary>What is read of a case that has something in common with another.</summary>
internal sealed class TiedRow
{
    public required byte[] Id { get; init; }

    public required long Opened { get; init; }

    public required int Queue { get; init; }
}

/// <summary>A row of <c>reports</c>.</summary>
internal sealed class ReportRow
{
    public required byte[] Id { get; init; }

    public required byte[] Case { get; init; }

    public required byte[] Reference { get; init; }
}

/// <summary>A row of <c>audit</c>.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required long At { get; init; }

    public byte[]? Who { get; init; }

    public required string Action { get; init; }

    public byte[]? Subject { get; init; }

    public string? Detail { get; init; }

    public byte[]? Hash { get; init; }
}

/// <summary>A row of <c>finds</c>.</summary>
internal sealed class FindRow
{
    public required byte[] Hash { get; init; }

    public required long Opened { get; init; }

    public required byte[] Case { get; init; }
}

/// <summary>A row of <c>walls</c>.</summary>
internal sealed class WallRow
{
    public required byte[] Staff { get; init; }

    public required byte[] Case { get; init; }
}

/// <summary>A row of <c>counts</c>.</summary>
internal sealed class CountRow
{
    public required byte[] Who { get; init; }

    public required int Marks { get; init; }

    public required int Queue { get; init; }

    public required int State { get; init; }

    public required long Number { get; init; }
}

/// <summary>A row of <c>staff</c>.</summary>
internal sealed class StaffRow
{
    public required byte[] Id { get; init; }

    public byte[]? NameHash { get; init; }

    public required bool Ready { get; init; }

    public required long Version { get; init; }

    public required byte[] Key { get; init; }

    public required byte[] Document { get; init; }
}

/// <summary>A row of <c>links</c>.</summary>
internal sealed class LinkRow
{
    public required byte[] Hash { get; init; }

    public required byte[] Staff { get; init; }

    public required long Expires { get; init; }

    public long? Used { get; init; }
}

/// <summary>A row of <c>absences</c>.</summary>
internal sealed class AbsenceRow
{
    public required byte[] Id { get; init; }

    public required byte[] Staff { get; init; }

    public required long Begins { get; init; }

    public required long Ends { get; init; }

    public byte[]? Deputy { get; init; }

    /// <summary>Who recorded it.</summary>
    public required byte[] Who { get; init; }

    public required int Moved { get; init; }
}

/// <summary>A row of <c>tasks</c>.</summary>
internal sealed class TaskRow
{
    public required byte[] Id { get; init; }

    public required byte[] Case { get; init; }

    public required long Due { get; init; }

    public byte[]? Owner { get; init; }

    public required int Kind { get; init; }
}
