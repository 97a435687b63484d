using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>A file's bytes at any place, read through a window of 64 KB. Nothing here throws for what the file says of itself.</summary>
internal sealed class Content(Stream stream) : IDisposable
{
    private readonly byte[] _window = ArrayPool<byte>.Shared.Rent(SealedFile.PieceSize);
    private long _start;
    private int _filled;

    public long Length => stream.Length;

    /// <summary>Fills the span from that place; false when the file does not reach so far.</summary>
    public bool TryRead(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var seen = From(offset);
            if (seen.IsEmpty)
                return false;
            var taken = Math.Min(seen.Length, bytes.Length);
            seen[..taken].CopyTo(bytes);
            bytes = bytes[taken..];
            offset += taken;
        }

        return true;
    }

    /// <summary>The byte at that place; -1 beyond the end.</summary>
    public int Byte(long offset) => From(offset) is { IsEmpty: false } seen ? seen[0] : -1;

    /// <summary>Two bytes, big-endian; -1 beyond the end.</summary>
    public int UInt16(long offset)
    {
        Span<byte> bytes = stackalloc byte[2];
        return TryRead(offset, bytes) ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : -1;
    }

    /// <summary>Four bytes, big-endian; -1 beyond the end.</summary>
    public long UInt32(long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        return TryRead(offset, bytes) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : -1;
    }

    /// <summary>Four bytes, little-endian; -1 beyond the end.</summary>
    public long UInt32Reversed(long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        return TryRead(offset, bytes) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : -1;
    }

    /// <summary>Eight bytes, big-endian; -1 beyond the end, and where the number is larger than any file.</summary>
    public long UInt64(long offset)
    {
        Span<byte> bytes = stackalloc byte[8];
        return TryRead(offset, bytes) ? Math.Max(-1, BinaryPrimitives.ReadInt64BigEndian(bytes)) : -1;
    }

    /// <summary>Four letters that name a part; empty beyond the end.</summary>
    public string FourLetters(long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        return TryRead(offset, bytes) ? Encoding.Latin1.GetString(bytes) : "";
    }

    /// <summary>True when exactly these bytes are there.</summary>
    public bool Has(long offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> there = stackalloc byte[64];
        there = there[..bytes.Length];
        return TryRead(offset, there) && there.SequenceEqual(bytes);
    }

    /// <summary>Where these bytes are next, from a place and wholly before another; -1 when they are not.</summary>
    public long IndexOf(ReadOnlySpan<byte> bytes, long from, long before)
    {
        while (from + bytes.Length <= before && From(from, bytes.Length) is { } seen && seen.Length >= bytes.Length)
        {
            seen = seen[..(int)Math.Min(seen.Length, before - from)];
            var found = seen.IndexOf(bytes);
            if (found >= 0)
                return from + found;
            from += seen.Length - bytes.Length + 1;
        }

        return -1;
    }

    /// <summary>The bytes from a place on, as many as the window holds; at least so many unless the file ends. Valid until the next call.</summary>
    public ReadOnlySpan<byte> From(long offset, int least = 1)
    {
        if (offset < 0 || offset >= Length)
            return [];
        if (offset < _start || offset + least > _start + _filled)
            Load(offset);
        return _window.AsSpan((int)(offset - _start), (int)(_filled - (offset - _start)));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_window, clearArray: true);

    private void Load(long offset)
    {
        stream.Position = offset;
        _start = offset;
        _filled = stream.ReadAtLeast(_window.AsSpan(0, SealedFile.PieceSize), SealedFile.PieceSize, throwOnEndOfStream: false);
    }
}
