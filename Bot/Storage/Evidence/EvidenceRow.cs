using System.Security.Cryptography;
using System.Text.Json;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>A stored row: the keys of the parts and the encrypted details.</summary>
internal sealed record EvidenceRow(string Id, string Thread, long At, byte[]? Original, byte[]? Copy, int Version, byte[] Details)
{
    private static readonly Sql ByIdOf = new("SELECT id, thread, at, original, copy, version, details FROM evidence WHERE id = ?1 AND thread = ?2");
    private static readonly Sql Before = new("SELECT id, thread, at, original, copy, version, details FROM evidence WHERE at < ?1");
    private static readonly Sql ById = new("SELECT 1 FROM evidence WHERE id = ?1");
    private static readonly Sql ByThread = new("SELECT id, thread, at, original, copy, version, details FROM evidence WHERE thread = ?1 ORDER BY at, id");

    /// <summary>The row a file makes.</summary>
    public static EvidenceRow Of(EvidenceFile file, DataKey? original, DataKey? copy, int version)
    {
        var details = JsonSerializer.SerializeToUtf8Bytes(file, EvidenceJson.Default.EvidenceFile);
        var stored = (copy ?? original)!.Seal(Binding(file.Id, version), details); // A file has one of them at least.
        return new EvidenceRow(file.Id, file.Thread, file.At.UtcTicks, original?.Wrapped.ToArray(), copy?.Wrapped.ToArray(), version, stored);
    }

    public static EvidenceRow? Find(SessionPool readers, string thread, string id)
    {
        using var reading = readers.Rent(ByIdOf);
        var row = reading.Statement.Bind(1, id).Bind(2, thread);
        return row.Read() ? Read(row) : null;
    }

    public static bool Exists(SessionPool readers, string id)
    {
        using var reading = readers.Rent(ById);
        return reading.Statement.Bind(1, id).Read();
    }

    public static List<EvidenceRow> List(SessionPool readers, string thread)
    {
        using var reading = readers.Rent(ByThread);
        return All(reading.Statement.Bind(1, thread));
    }

    public static List<EvidenceRow> ListBefore(SessionPool readers, DateTimeOffset moment)
    {
        using var reading = readers.Rent(Before);
        return All(reading.Statement.Bind(1, moment.UtcTicks));
    }

    /// <summary>What is in the row; throws <see cref="CryptographicException"/> when it was changed or moved.</summary>
    public EvidenceFile Open(IDocumentCodec codec)
    {
        using var key = codec.OpenKey(Copy ?? Original);
        var file = JsonSerializer.Deserialize(key.Open(Binding(Id, Version), Details), EvidenceJson.Default.EvidenceFile);
        return file is not null && file.Id == Id && file.Thread == Thread ? file : throw new CryptographicException("A stored file was moved to another thread.");
    }

    private static DocumentBinding Binding(string id, int version) => new("evidence", id, version);

    private static List<EvidenceRow> All(Statement row)
    {
        var rows = new List<EvidenceRow>();
        while (row.Read())
            rows.Add(Read(row));
        return rows;
    }

    private static EvidenceRow Read(Statement row) => new(
        row.Text(0), row.Text(1), row.Int64(2), row.IsNull(3) ? null : row.Blob(3).ToArray(), row.IsNull(4) ? null : row.Blob(4).ToArray(), (int)row.Int64(5), row.Blob(6).ToArray());
}
