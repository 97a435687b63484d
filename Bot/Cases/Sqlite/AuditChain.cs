using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// Numbers the lines of the audit record and chains each to the one before by a keyed hash: whoever has the file and not the keys cannot
/// change, take out or put in a line unseen.
/// </summary>
internal sealed class AuditChain(IDocumentCodec codec)
{
    /// <summary>The rows of what was recorded, which then is no more. The end of the record is read in the same step, so no two lines follow one.</summary>
    public async Task<IReadOnlyList<AuditRow>> TakeAsync(CaseDatabase database)
    {
        if (database.Recorded.Count == 0)
            return [];
        var last = await database.Audit.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Hash }).FirstOrDefaultAsync(CancellationToken.None);
        var (number, hash) = (last?.Id ?? 0, last?.Hash);
        var rows = new List<AuditRow>(database.Recorded.Count);
        foreach (var entry in database.Recorded)
        {
            rows.Add(Row(entry, ++number, hash));
            hash = rows[^1].Hash;
        }

        database.Recorded.Clear();
        return rows;
    }

    /// <summary>The row of a line with this number after a line with that hash.</summary>
    public AuditRow Row(AuditEntry entry, long number, byte[]? previous)
    {
        var (at, who, action) = (Columns.Of(entry.At), entry.Who is { } staff ? Columns.Of(staff) : null, entry.Action.ToString());
        var subject = entry.Subject is { } about ? Columns.Of(about) : null;
        return new AuditRow
        {
            Id = number, At = at, Who = who, Action = action, Subject = subject, Detail = entry.Detail,
            Hash = HashOf(number, at, [who, Encoding.UTF8.GetBytes(action), subject, entry.Detail is null ? null : Encoding.UTF8.GetBytes(entry.Detail), previous]),
        };
    }

    /// <summary>The hash a stored line must have after a line with that hash.</summary>
    public byte[] HashOf(AuditRow row, byte[]? previous) =>
        HashOf(row.Id, row.At, [row.Who, Encoding.UTF8.GetBytes(row.Action), row.Subject, row.Detail is null ? null : Encoding.UTF8.GetBytes(row.Detail), previous]);

    // Every part with its length before it, so that no two lines are the same bytes.
    private byte[] HashOf(long number, long at, ReadOnlySpan<byte[]?> parts)
    {
        Span<byte> fixedSize = stackalloc byte[sizeof(long) * 2];
        BinaryPrimitives.WriteInt64BigEndian(fixedSize, number);
        BinaryPrimitives.WriteInt64BigEndian(fixedSize[sizeof(long)..], at);
        using var line = new MemoryStream();
        line.Write(fixedSize);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part?.Length ?? -1);
            line.Write(length);
            line.Write(part ?? []);
        }

        return codec.Hash("audit-line", line.ToArray());
    }
}
