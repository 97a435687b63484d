using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>A mail server on this machine that speaks as much of RFC 5321 as a client needs, and keeps what it is given.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly bool _fromTheStart;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <summary>One in the clear, or with TLS by a certificate: from the first byte, or when asked for.</summary>
    public MailServer(X509Certificate2? certificate = null, bool fromTheStart = false)
    {
        (_certificate, _fromTheStart) = (certificate, fromTheStart);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The mails taken: whom from, whom to, and the mail.</summary>
    public ConcurrentQueue<(string From, string To, string Mail)> Taken { get; } = new();

    /// <summary>The commands heard, and whether each came over TLS.</summary>
    public ConcurrentQueue<(string Command, bool IsSecure)> Heard { get; } = new();

    /// <summary>What it answers a line with instead of taking it; null to go on. It may end the talk by throwing.</summary>
    public Func<string, string?> Refuses { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await BeginAsync(client.GetStream(), _end.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // The client or the test has gone.
            }
    }

    private async Task BeginAsync(NetworkStream stream, CancellationToken token)
    {
        if (_fromTheStart)
            await SecureAsync(stream, isGreeted: false, token);
        else
            await TalkAsync(stream, isGreeted: false, token);
    }

    private async Task SecureAsync(Stream stream, bool isGreeted, CancellationToken token)
    {
        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, token);
        await TalkAsync(secure, isGreeted, token);
    }

    private async Task TalkAsync(Stream stream, bool isGreeted, CancellationToken token)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var (from, to) = ("", "");
        if (!isGreeted)
            await SayAsync("220 mail.example.org");
        while (await reader.ReadLineAsync(token) is { } line)
        {
            if (Refuses(line) is { } refusal)
            {
                await SayAsync(refusal);
                continue;
            }

            Heard.Enqueue((line.Split([' ', ':'])[0], stream is SslStream));
            switch (line.Split([' ', ':'])[0].ToUpperInvariant())
            {
                case "EHLO": await SayAsync(_certificate is not null && stream is not SslStream ? "250-mail.example.org\r\n250 STARTTLS" : "250-mail.example.org\r\n250 8BITMIME"); break;
                case "STARTTLS" when _certificate is not null:
                    await SayAsync("220 Go on");
                    await SecureAsync(stream, isGreeted: true, token);
                    return;
                case "MAIL": from = Address(line); await SayAsync("250 OK"); break;
                case "RCPT": to = Address(line); await SayAsync("250 OK"); break;
                case "DATA":
                    await SayAsync("354 Go on");
                    var mail = "";
                    while (await reader.ReadLineAsync(token) is { } part && part != ".")
                        mail += part + "\n";
                    Taken.Enqueue((from, to, mail));
                    await SayAsync("250 Taken");
                    break;
                case "QUIT": await SayAsync("221 Bye"); return;
                default: await SayAsync("250 OK"); break;
            }
        }

        async Task SayAsync(string line) => await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(line + "\r\n"), token);
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
