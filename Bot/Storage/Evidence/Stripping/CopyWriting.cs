using System.Buffers;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>Carries out a plan, a buffer at a time.</summary>
internal static class CopyWriting
{
    public static async Task WriteToAsync(this CopyPlan plan, Stream original, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SealedFile.PieceSize);
        foreach (var piece in plan.Pieces)
            if (piece.Kind == PieceKind.Ours)
                await write(piece.Bytes, cancellationToken);
            else
                await WriteAsync(piece, original, buffer, write, cancellationToken);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    private static async Task WriteAsync(Piece piece, Stream original, byte[] buffer, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        if (piece.Kind == PieceKind.Original)
            original.Position = piece.Offset;
        for (var left = piece.Length; left > 0;)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));
            if (piece.Kind == PieceKind.Original)
                await original.ReadExactlyAsync(part, cancellationToken);
            else
                part.Span.Fill((byte)piece.Offset);
            await write(part, cancellationToken);
            left -= part.Length;
        }
    }
}
