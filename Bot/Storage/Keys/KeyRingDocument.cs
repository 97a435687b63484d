using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Bot.Storage.Keys;

/// <summary>The key ring as its file holds it.</summary>
internal sealed record KeyRingDocument
{
    public const int KeySize = 32;

    [JsonRequired]
    public required int Format { get; init; }

    [JsonRequired]
    public required int Current { get; init; }

    [JsonRequired]
    public required byte[] Search { get; init; }

    [JsonRequired]
    public required IReadOnlyList<RingKey> Keys { get; init; }

    public static KeyRingDocument New(DateTimeOffset at) => new()
    {
        Format = 1,
        Current = 1,
        Search = RandomNumberGenerator.GetBytes(KeySize),
        Keys = [RingKey.New(1, at)],
    };

    /// <summary>The ring in these bytes; null when they are not a whole ring of the format we know.</summary>
    public static KeyRingDocument? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var ring = JsonSerializer.Deserialize(json, KeyRingJson.Default.KeyRingDocument);
            return ring is { Format: 1, Search.Length: KeySize } && ring.Keys.All(key => key.Key.Length == KeySize)
                && ring.Keys.Any(key => key.Id == ring.Current) ? ring : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, KeyRingJson.Default.KeyRingDocument);

    public KeyRingDocument WithNewKey(DateTimeOffset at)
    {
        var id = Keys.Max(key => key.Id) + 1;
        return this with { Current = id, Keys = [.. Keys, RingKey.New(id, at)] };
    }

    public KeyRingDocument WithCurrentOnly() => this with { Keys = [.. Keys.Where(key => key.Id == Current)] };

    /// <summary>Overwrites the keys in memory.</summary>
    public void Clear()
    {
        CryptographicOperations.ZeroMemory(Search);
        foreach (var key in Keys)
            CryptographicOperations.ZeroMemory(key.Key);
    }
}

/// <summary>One master key: 32 random bytes.</summary>
internal sealed record RingKey([property: JsonRequired] int Id, [property: JsonRequired] DateTimeOffset Created, [property: JsonRequired] byte[] Key)
{
    public static RingKey New(int id, DateTimeOffset at) => new(id, at, RandomNumberGenerator.GetBytes(KeyRingDocument.KeySize));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(KeyRingDocument))]
internal sealed partial class KeyRingJson : JsonSerializerContext;
