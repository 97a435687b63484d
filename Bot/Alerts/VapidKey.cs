using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Alerts;

/// <summary>The pair of keys by which push services know this service (RFC 8292). Made when the file is first opened, and sealed in it: browsers are bound to it.</summary>
/// <param name="Public">The public key, uncompressed, base64url.</param>
/// <param name="Private">The private key, base64url.</param>
public sealed record VapidKey(string Public, string Private)
{
    private static readonly DocumentBinding Binding = new("push-key", "1", 1);
    private static readonly Sql Find = new("SELECT key, document FROM push_key WHERE id = 1");
    private static readonly Sql Put = new("INSERT INTO push_key (id, key, document) VALUES (1, ?1, ?2)");

    /// <summary>The pair kept in a file, made when there is none.</summary>
    internal static VapidKey Of(Session session, IDocumentCodec codec) => Kept(session, codec) ?? Make(session, codec);

    private static VapidKey? Kept(Session session, IDocumentCodec codec)
    {
        var row = session.Prepare(Find);
        if (!row.Read())
            return null;
        using var key = codec.OpenKey(row.Blob(0));
        var document = key.Open(Binding, row.Blob(1));
        row.Reset();
        return JsonSerializer.Deserialize(document, VapidKeyJson.Default.VapidKey);
    }

    private static VapidKey Make(Session session, IDocumentCodec codec)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = pair.ExportParameters(includePrivateParameters: true);
        var vapid = new VapidKey(
            Base64Url.EncodeToString([4, .. made.Q.X!, .. made.Q.Y!]), Base64Url.EncodeToString(made.D!)); // An exported pair has all three.
        using var key = codec.NewKey();
        var document = JsonSerializer.SerializeToUtf8Bytes(vapid, VapidKeyJson.Default.VapidKey);
        session.Prepare(Put).Bind(1, key.Wrapped.Span).Bind(2, key.Seal(Binding, document)).Execute();
        CryptographicOperations.ZeroMemory(document);
        return vapid;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VapidKey))]
internal sealed partial class VapidKeyJson : JsonSerializerContext;
