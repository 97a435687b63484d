using System.Security.Cryptography;
using System.Text;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>
/// Where the audit record ended a moment ago, in a file beside the database and sealed by a keyed hash: lines that are cut off the end of the
/// record are missed by it. Whoever puts an older copy of both files back is found only by an end that was kept on another machine.
/// </summary>
public sealed class KeptAuditEnd(DataFolder folder, IDocumentCodec codec)
{
    /// <summary>The end; null when none was kept yet. Throws <see cref="InvalidDataException"/> when the file was changed.</summary>
    public AuditEnd? Read()
    {
        if (!File.Exists(folder.AuditEnd))
            return null;
        var parts = File.ReadAllText(folder.AuditEnd).Trim().Split(' ');
        return parts is [var text, var seal] && AuditEnd.Read(text) is { } end && IsSeal(end, seal)
            ? end
            : throw new InvalidDataException("The kept end of the audit record was changed.");
    }

    /// <summary>Keeps an end in place of the one before, as one step.</summary>
    internal void Keep(AuditEnd end) => DurableFile.Replace(folder.AuditEnd, Encoding.ASCII.GetBytes($"{end} {Convert.ToHexStringLower(SealOf(end))}\n"));

    private bool IsSeal(AuditEnd end, string seal) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SealOf(end))), Encoding.ASCII.GetBytes(seal));

    private byte[] SealOf(AuditEnd end) => codec.Hash("audit-end", Encoding.ASCII.GetBytes(end.ToString()));
}
