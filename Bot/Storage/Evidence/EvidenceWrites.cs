using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Inserts a row.</summary>
internal sealed class InsertEvidence(EvidenceRow row) : PendingWrite<bool>
{
    private static readonly Sql Insert = new("INSERT INTO evidence (id, thread, at, original, copy, version, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    protected override bool Answer => true;

    public override bool Apply(Session session)
    {
        var insert = session.Prepare(Insert).Bind(1, row.Id).Bind(2, row.Thread).Bind(3, row.At);
        if (row.Original is { } original)
            insert.Bind(4, original);
        if (row.Copy is { } copy)
            insert.Bind(5, copy);
        return insert.Bind(6, row.Version).Bind(7, row.Details).Execute();
    }
}

/// <summary>Replaces a row by one without the original's key; false when another change came first.</summary>
internal sealed class ForgetOriginal(EvidenceRow before, EvidenceRow after) : PendingWrite<bool>
{
    private static readonly Sql Update = new("UPDATE evidence SET original = NULL, version = ?3, details = ?4 WHERE id = ?1 AND version = ?2 AND copy = ?5");

    private bool _done;

    protected override bool Answer => _done;

    public override bool Apply(Session session) =>
        _done = session.Prepare(Update).Bind(1, before.Id).Bind(2, before.Version).Bind(3, after.Version).Bind(4, after.Details).Bind(5, before.Copy).Execute();
}

/// <summary>Deletes rows: those of a thread, or one of them; answers their ids.</summary>
internal sealed class DeleteEvidence(string thread, string? id) : PendingWrite<IReadOnlyList<string>>
{
    private static readonly Sql DeleteAll = new("DELETE FROM evidence WHERE thread = ?1 RETURNING id");
    private static readonly Sql DeleteOne = new("DELETE FROM evidence WHERE thread = ?1 AND id = ?2 RETURNING id");

    private readonly List<string> _ids = [];

    protected override IReadOnlyList<string> Answer => _ids;

    public override bool Apply(Session session)
    {
        _ids.AddRange(Run(session, thread, id));
        return true;
    }

    public static IEnumerable<string> Run(Session session, string thread, string? id)
    {
        var row = session.Prepare(id is null ? DeleteAll : DeleteOne).Bind(1, thread);
        if (id is not null)
            row.Bind(2, id);
        while (row.Read())
            yield return row.Text(0);
    }
}
