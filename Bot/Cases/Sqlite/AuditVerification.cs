using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>Where the audit record ended once: the number and hash of its last line. Kept elsewhere, it shows whether lines were since cut off.</summary>
/// <param name="Number">The line's number; 0 when there was none.</param>
/// <param name="Hash">Its hash in hexadecimal; empty when there was none.</param>
public sealed record AuditEnd(long Number, string Hash)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is none.</summary>
    public static AuditEnd? Read(string? text) =>
        text?.Split(':') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && hash.All(char.IsAsciiHexDigit)
            ? new AuditEnd(line, hash.ToLowerInvariant())
            : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

/// <summary>What was found of the audit record.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Problem">What is wrong, with the first line it shows at; null when nothing is.</param>
public sealed record AuditCheck(AuditEnd End, string? Problem);

/// <summary>Holds the audit record against its chain.</summary>
public sealed class AuditVerification(CaseDatabases databases, IDocumentCodec codec)
{
    private const int LinesAtOnce = 5000;
    private readonly AuditChain _chain = new(codec);

    /// <summary>Checks every line, in order.</summary>
    /// <param name="earlier">Where the record ended at times; empty when nobody kept that.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<AuditCheck> CheckAsync(IReadOnlyCollection<AuditEnd> earlier, CancellationToken cancellationToken)
    {
        var (number, hash) = (0L, (byte[]?)null);
        ArgumentNullException.ThrowIfNull(earlier);
        var missed = earlier.Where(end => end.Number > 0).ToHashSet();
        List<AuditRow> rows;
        do
        {
            var after = number;
            rows = await databases.ReadAsync(
                database => database.Audit.Where(row => row.Id > after).OrderBy(row => row.Id).Take(LinesAtOnce).ToListAsync(cancellationToken), cancellationToken);
            foreach (var row in rows)
            {
                if (Problem(row, number, hash) is { } problem)
                    return new AuditCheck(EndOf(number, hash), problem);
                (number, hash) = (row.Id, row.Hash);
                missed.Remove(EndOf(number, hash));
            }
        }
        while (rows.Count == LinesAtOnce);

        return new AuditCheck(EndOf(number, hash), await CutAsync(number, cancellationToken) ?? (missed.Count == 0 ? null : $"the end {missed.First()} is not in it"));
    }

    private string? Problem(AuditRow row, long number, byte[]? hash)
    {
        if (row.Id != number + 1)
            return string.Create(CultureInfo.InvariantCulture, $"line {number + 1} is gone");
        // Lines from before the chain stand at the beginning and nowhere else.
        if (row.Hash is null)
            return hash is null ? null : string.Create(CultureInfo.InvariantCulture, $"line {row.Id} is not chained");
        return row.Hash.AsSpan().SequenceEqual(_chain.HashOf(row, hash)) ? null : string.Create(CultureInfo.InvariantCulture, $"line {row.Id} or the one before was changed");
    }

    // SQLite keeps the greatest number it ever gave out beside the table.
    private async Task<string?> CutAsync(long number, CancellationToken cancellationToken)
    {
        var given = await databases.ReadAsync(
            database => database.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'audit'").FirstOrDefaultAsync(cancellationToken), cancellationToken);
        return given > number ? string.Create(CultureInfo.InvariantCulture, $"lines {number + 1} to {given} are gone") : null;
    }

    internal static AuditEnd EndOf(long number, byte[]? hash) => new(number, hash is null ? "" : Convert.ToHexStringLower(hash));
}
