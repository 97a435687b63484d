using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReportBot.Benchmarks.Serving;

/// <summary>
/// One kept-alive HTTP/1.1 connection that does as little as it can, because it shares the processor with the server it measures:
/// a request is bytes, and an answer is read into one buffer that the next answer overwrites.
/// </summary>
internal sealed class Connection : IDisposable
{
    /// <summary>Set to 1, sockets continue on the thread that heard of them: one thread then carries every connection.</summary>
    public const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _head;
    private int _end;

    /// <summary>The status of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>The headers of the last answer, with its first line.</summary>
    public ReadOnlySpan<byte> Head => _buffer.AsSpan(0, _head);

    /// <summary>The body of the last answer.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_head, _end - _head);

    /// <summary>The bytes of the last answer as they came over the wire, headers and all.</summary>
    public int Wire { get; private set; }

    /// <summary>Connects.</summary>
    public ValueTask OpenAsync(IPEndPoint address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    /// <summary>Sends a request and reads its answer whole.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        (_head, _end) = (0, 0);
        do
        {
            if (_end == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
            if (received == 0)
                throw new IOException("The server closed the connection.");
            _end += received;
        }
        while (!IsWhole());

        Wire = _end;
        if (IsChunked)
            Unchunk();
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private bool IsChunked => Head.IndexOf("Transfer-Encoding: chunked"u8) >= 0;

    private bool IsWhole()
    {
        if (_head == 0)
        {
            var end = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                return false;
            _head = end + 4;
            Status = int.Parse(_buffer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return IsChunked ? Body.EndsWith("0\r\n\r\n"u8) : Body.Length >= Length();
    }

    private int Length()
    {
        var header = "Content-Length: "u8;
        var at = Head.IndexOf(header);
        return at >= 0 && Utf8Parser.TryParse(Head[(at + header.Length)..], out int length, out _) ? length : 0;
    }

    private void Unchunk()
    {
        var (from, to) = (_head, _head);
        while (Utf8Parser.TryParse(_buffer.AsSpan(from, _end - from), out int size, out var digits, 'X') && size > 0)
        {
            from += digits + 2;
            _buffer.AsSpan(from, size).CopyTo(_buffer.AsSpan(to));
            to += size;
            from += size + 2;
        }

        _end = to;
    }
}
