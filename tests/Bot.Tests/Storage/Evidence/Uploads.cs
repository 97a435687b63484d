using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>An upload that never ends by itself.</summary>
internal sealed class Endless(byte[] start) : Upload
{
    public long Taken { get; private set; }

    public long BreaksAfter { get; init; } = long.MaxValue;

    public CancellationTokenSource? GivesUp { get; init; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Taken > BreaksAfter)
            throw new IOException("The connection is gone.");
        if (Taken > 0)
            GivesUp?.Cancel();
        Array.Clear(buffer, offset, count);
        if (Taken == 0)
            start.AsSpan(0, Math.Min(count, start.Length)).CopyTo(buffer.AsSpan(offset));
        Taken += count;
        return count;
    }
}

/// <summary>An upload over a slow line.</summary>
internal sealed class Trickle(byte[] content) : Upload
{
    private int _at;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == content.Length)
            return 0;
        buffer[offset] = content[_at++];
        return 1;
    }
}

/// <summary>A stream that is only read, forwards.</summary>
internal abstract class Upload : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A disk that refuses every commit.</summary>
internal sealed class FailingCommit : IWriterProbe
{
    public void Opened(Session session)
    {
    }

    public void Began()
    {
    }

    public void BeforeCommit() => throw new IOException("The disk refused.");
}
