using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>
/// A push service and the browser behind it, on this machine: it checks who sends (RFC 8292) and reads what comes as the browser would
/// (RFC 8291), from the text of the standards alone.
/// </summary>
public sealed class PushServiceDouble : IAsyncLifetime, IDisposable
{
    private readonly ECDiffieHellman _browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);
    private WebApplication? _app;

    /// <summary>What it answers; 201 unless set.</summary>
    public int Status { get; set; } = StatusCodes.Status201Created;

    /// <summary>What came, read.</summary>
    public ConcurrentQueue<JsonNode> Read { get; } = new();

    /// <summary>What came as it was, headers and body as text.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    /// <summary>The claims of who sent, signature checked.</summary>
    public ConcurrentQueue<(JsonNode Claims, string Key)> Senders { get; } = new();

    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    public string Origin => _app!.Urls.Single();

    public PushAddress Address => new($"{Origin}/push/device-1", Base64Url.EncodeToString(Point(_browser)), Base64Url.EncodeToString(_secret));

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/push/{device}", TakeAsync);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    public void Dispose() => _browser.Dispose();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
        Seen.Enqueue($"{string.Join('\n', Headers)}\n{Encoding.Latin1.GetString(body.ToArray())}");
        context.Response.StatusCode = Status;
        if (Status != StatusCodes.Status201Created)
            return;
        Senders.Enqueue(Sender(Headers.Authorization.ToString()));
        Read.Enqueue(JsonNode.Parse(Decrypt(body.ToArray()))!);
    }

    private static (JsonNode Claims, string Key) Sender(string authorization)
    {
        Assert.StartsWith("vapid ", authorization, StringComparison.OrdinalIgnoreCase);
        var parts = authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(part => part[..1], part => part[2..]);
        var token = parts["t"].Split('.');
        var point = Base64Url.DecodeFromChars(parts["k"]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256));
        Assert.Equal("ES256", (string?)JsonNode.Parse(Base64Url.DecodeFromChars(token[0]))!["alg"]);
        return (JsonNode.Parse(Base64Url.DecodeFromChars(token[1]))!, parts["k"]);
    }

    // RFC 8188, 2.1 and RFC 8291, 3.4: salt, record size, length of the sender's key, that key, one record.
    private byte[] Decrypt(byte[] body)
    {
        var (salt, size, length) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16, 4)), body[20]);
        var (sender, record) = (body[21..(21 + length)], body[(21 + length)..]);
        Assert.True(record.Length <= size);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        var shared = _browser.DeriveRawSecretAgreement(other.PublicKey);
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, _secret, [.. "WebPush: info\0"u8, .. Point(_browser), .. sender]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        using var cipher = new AesGcm(key, 16);
        var plain = new byte[record.Length - 16];
        cipher.Decrypt(nonce, record.AsSpan(..^16), record.AsSpan(^16..), plain);
        var end = plain.AsSpan().TrimEnd((byte)0).Length - 1;
        Assert.Equal(2, plain[end]);
        return plain[..end];
    }

    private static byte[] Point(ECDiffieHellman pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
