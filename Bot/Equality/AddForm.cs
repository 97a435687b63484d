using System.Globalization;
using System.Text.Json;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Equality;

/// <summary>Adds one form to the totals of its month, and keeps nothing else of it.</summary>
internal sealed class AddForm(IDocumentCodec codec, DateOnly day, IReadOnlyCollection<KeyValuePair<string, string>> answers) : PendingWrite<bool>
{
    private static readonly Sql Find = new("SELECT version, key, totals FROM month WHERE id = ?1");

    private static readonly Sql Put = new("""
        INSERT INTO month (id, version, key, totals) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, key = excluded.key, totals = excluded.totals
        """);

    protected override bool Answer => true;

    public override bool Apply(Session session)
    {
        var month = EqualityStore.IdOf(day);
        var (version, totals) = Read(session, month);
        using var key = codec.NewKey();
        var document = key.Seal(Binding(month, version + 1), JsonSerializer.SerializeToUtf8Bytes(totals.With(answers), EqualityJson.Default.EqualityTotals));
        return session.Prepare(Put).Bind(1, month).Bind(2, version + 1).Bind(3, key.Wrapped.Span).Bind(4, document).Execute();
    }

    /// <summary>The totals in a row's columns.</summary>
    public static EqualityTotals Open(IDocumentCodec codec, int month, long version, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> totals)
    {
        using var key = codec.OpenKey(wrapped);
        return JsonSerializer.Deserialize(key.Open(Binding(month, version), totals), EqualityJson.Default.EqualityTotals)
            ?? throw new InvalidDataException("Stored totals of equality answers are empty.");
    }

    private static DocumentBinding Binding(int month, long version) => new("equality", month.ToString(CultureInfo.InvariantCulture), version);

    private (long Version, EqualityTotals Totals) Read(Session session, int month)
    {
        var row = session.Prepare(Find).Bind(1, month);
        if (!row.Read())
            return (0, EqualityTotals.None);
        var found = (row.Int64(0), Open(codec, month, row.Int64(0), row.Blob(1), row.Blob(2)));
        row.Reset();
        return found;
    }
}
