using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace ReportBot.EndToEnd.Running;

/// <summary>Takes what the service posts to its webhook. It answers that it is down until it is told to take.</summary>
public sealed class AlertReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Channel<(string Id, string Body)> _posted = Channel.CreateUnbounded<(string, string)>();
    private readonly int _port = FreePort();

    /// <summary>A receiver that listens.</summary>
    public AlertReceiver()
    {
        _listener.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"http://127.0.0.1:{_port}/alerts";

    /// <summary>True once it takes what comes.</summary>
    public bool Takes { get; set; }

    /// <summary>The next post, when it comes: its id and its body.</summary>
    public async Task<(string Id, string Body)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        return await _posted.Reader.ReadAsync(patience.Token);
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                context.Response.StatusCode = Takes ? 200 : 503;
                context.Response.ContentLength64 = 0;
                context.Response.Close();
                _posted.Writer.TryWrite((context.Request.Headers["webhook-id"] ?? "", body));
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
