namespace ReportBot.Bot.Storage.Evidence;

/// <summary>
/// How an encrypted file is laid out: pieces of 64 KB, each sealed for itself and bound to the file, to its place and to whether it is the last,
/// so that one changed, moved, left out, or cut off at the end is noticed.
/// </summary>
internal static class SealedFile
{
    /// <summary>Bytes of content in every piece but the last.</summary>
    public const int PieceSize = 64 * 1024;

    /// <summary>Bytes such a piece takes on disk.</summary>
    public const int StoredSize = PieceSize + DataKey.Overhead;

    public static DocumentBinding Binding(string part, string id, long piece, bool isLast) => new(part, id, (piece * 2) + (isLast ? 1 : 0));

    /// <summary>How many pieces a file of this length on disk has: one at least, even where nothing is left of it.</summary>
    public static long Pieces(long stored) => Math.Max(1, (stored + StoredSize - 1) / StoredSize);
}
