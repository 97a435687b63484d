using System.Buffers;
using System.Security.Cryptography;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Writes one encrypted file, a piece at a time; nothing of it is ever on disk in clear.</summary>
internal sealed class SealedFileWriter(string path, string part, string id, DataKey key) : IAsyncDisposable
{
    private readonly FileStream _file = DurableFile.Create(path, FileMode.CreateNew);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(SealedFile.StoredSize);
    private int _filled;
    private long _pieces;

    /// <summary>Bytes of content taken so far.</summary>
    public long Length => (_pieces * SealedFile.PieceSize) + _filled;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _hash.AppendData(content.Span);
        while (!content.IsEmpty)
        {
            // Only what follows shows that a full piece is not the last one.
            if (_filled == SealedFile.PieceSize)
                await WritePieceAsync(isLast: false, cancellationToken);
            var taken = Math.Min(content.Length, SealedFile.PieceSize - _filled);
            content[..taken].CopyTo(_piece.AsMemory(DataKey.Offset + _filled));
            _filled += taken;
            content = content[taken..];
        }
    }

    /// <summary>Writes the last piece and flushes the file; answers the SHA-256 of the content.</summary>
    public async ValueTask<byte[]> CompleteAsync(CancellationToken cancellationToken)
    {
        await WritePieceAsync(isLast: true, cancellationToken);
        _file.Flush(flushToDisk: true);
        return _hash.GetHashAndReset();
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_piece, clearArray: true);
    }

    private async ValueTask WritePieceAsync(bool isLast, CancellationToken cancellationToken)
    {
        var stored = _piece.AsMemory(0, _filled + DataKey.Overhead);
        key.Seal(SealedFile.Binding(part, id, _pieces, isLast), stored.Span.Slice(DataKey.Offset, _filled), stored.Span);
        await _file.WriteAsync(stored, cancellationToken);
        if (!isLast)
            (_filled, _pieces) = (0, _pieces + 1);
    }
}
