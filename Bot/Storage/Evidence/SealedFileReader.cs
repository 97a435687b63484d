using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Reads an encrypted file from any place in it. Throws <see cref="CryptographicException"/> where it was changed.</summary>
internal sealed class SealedFileReader : Stream
{
    private readonly SafeFileHandle _file;
    private readonly string _part;
    private readonly string _id;
    private readonly DataKey _key;
    private readonly long _pieces;
    private readonly byte[] _stored = ArrayPool<byte>.Shared.Rent(SealedFile.StoredSize);
    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(SealedFile.PieceSize);
    private long _open = -1;
    private int _filled;
    private bool _disposed;

    /// <summary>Opens the file and its last piece, so that a file that was cut off is refused before anything of it is shown. Owns the key.</summary>
    public SealedFileReader(string path, string part, string id, DataKey key)
    {
        (_part, _id, _key) = (part, id, key);
        _file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var stored = RandomAccess.GetLength(_file);
        _pieces = SealedFile.Pieces(stored);
        Length = Math.Max(0, stored - (_pieces * DataKey.Overhead));
        try
        {
            OpenPiece(_pieces - 1, ReadStored(_pieces - 1));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length)
            return 0;
        var piece = Position / SealedFile.PieceSize;
        if (piece != _open)
            OpenPiece(piece, ReadStored(piece));
        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length)
            return 0;
        var piece = Position / SealedFile.PieceSize;
        if (piece != _open)
            OpenPiece(piece, await RandomAccess.ReadAsync(_file, _stored.AsMemory(0, SealedFile.StoredSize), piece * SealedFile.StoredSize, cancellationToken));
        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The file is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The file is only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _file.Dispose();
            _key.Dispose();
            ArrayPool<byte>.Shared.Return(_stored);
            ArrayPool<byte>.Shared.Return(_piece, clearArray: true);
        }

        base.Dispose(disposing);
    }

    private int ReadStored(long piece) => RandomAccess.Read(_file, _stored.AsSpan(0, SealedFile.StoredSize), piece * SealedFile.StoredSize);

    private void OpenPiece(long piece, int stored)
    {
        if (stored < DataKey.Overhead)
            throw new CryptographicException("The stored file was cut off.");
        _open = -1;
        _filled = stored - DataKey.Overhead;
        _key.Open(SealedFile.Binding(_part, _id, piece, piece == _pieces - 1), _stored.AsSpan(0, stored), _piece.AsSpan(0, _filled));
        _open = piece;
    }

    private int Take(Span<byte> buffer)
    {
        var start = (int)(Position % SealedFile.PieceSize);
        var taken = Math.Min(buffer.Length, _filled - start);
        _piece.AsSpan(start, taken).CopyTo(buffer);
        Position += taken;
        return taken;
    }
}
