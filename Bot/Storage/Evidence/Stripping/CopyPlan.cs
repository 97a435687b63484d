namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>What a stripped copy is made of, in order: parts of the original, bytes of our own and runs of one byte.</summary>
internal sealed class CopyPlan
{
    // No honest file needs more; a hostile one may not fill the memory with them.
    private const int MostPieces = 200_000;

    private readonly List<Piece> _pieces = [];

    /// <summary>The pieces, neighbours joined.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>False when it grew beyond what any honest file needs.</summary>
    public bool IsReasonable => _pieces.Count <= MostPieces;

    public CopyPlan Keep(long offset, long length)
    {
        if (length <= 0 || !IsReasonable)
            return this;
        if (_pieces is [.., { Kind: PieceKind.Original } last] && last.Offset + last.Length == offset)
            _pieces[^1] = last with { Length = last.Length + length };
        else
            _pieces.Add(new Piece(PieceKind.Original, offset, length, default));
        return this;
    }

    public CopyPlan Write(ReadOnlyMemory<byte> bytes)
    {
        if (IsReasonable)
            _pieces.Add(new Piece(PieceKind.Ours, 0, bytes.Length, bytes));
        return this;
    }

    public CopyPlan Fill(long length, byte with)
    {
        if (length > 0 && IsReasonable)
            _pieces.Add(new Piece(PieceKind.Fill, with, length, default));
        return this;
    }
}

/// <summary>Where a piece of a copy comes from.</summary>
internal enum PieceKind
{
    /// <summary>From that offset of the original.</summary>
    Original,

    /// <summary>From the bytes in the plan.</summary>
    Ours,

    /// <summary>The byte that the offset says, over and over.</summary>
    Fill,
}

/// <summary>One piece of a copy.</summary>
internal readonly record struct Piece(PieceKind Kind, long Offset, long Length, ReadOnlyMemory<byte> Bytes);
