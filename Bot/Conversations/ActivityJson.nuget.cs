using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// Activities as JSON in UTF-8: as they go over the wire and as they are stored. Members nobody knows survive reading and writing;
/// at most 32 levels deep. What an activity carries is written by its own type; once read it is a JSON value, to be read further by
/// <see cref="Dialogs.Conversation.ActivityValue"/>.
/// </summary>
public sealed class ActivityJson
{
    private readonly JsonSerializerSettings _settings;

    /// <summary>Knows the schema, and beside it the types these resolvers know: cards and values that activities carry.</summary>
    public ActivityJson(IEnumerable<IJsonTypeInfoResolver> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 32,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. contents]),
        };
        _settings = new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = 32,
            Converters = { new CarriedTypes(options) },
        };
    }

    /// <summary>One activity as a JSON object. Throws when it carries a type that cannot be written.</summary>
    public byte[] Write(Activity activity) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, _settings));

    /// <summary>Activities as a JSON array, in order.</summary>
    public byte[] Write(IReadOnlyList<Activity> activities) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activities, _settings));

    /// <summary>One activity as a JSON object, where the writer stands.</summary>
    public void Write(Utf8JsonWriter writer, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(Write(activity));
    }

    /// <summary>The activity of a JSON object. Throws <see cref="JsonException"/> when it is none.</summary>
    public Activity Read(ReadOnlySpan<byte> json) =>
        Read<Activity>(json) ?? throw new JsonException("An activity is a JSON object, not null.");

    /// <summary>The activities of a JSON array, in order. Throws <see cref="JsonException"/> when it is none.</summary>
    public List<Activity> ReadList(ReadOnlySpan<byte> json)
    {
        var activities = Read<List<Activity>>(json);
        return activities is null || activities.Contains(null!) // An array can hold null whatever the type says.
            ? throw new JsonException("Activities are a JSON array of objects.")
            : activities;
    }

    private T? Read<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(Encoding.UTF8.GetString(json), _settings);
        }
        catch (Newtonsoft.Json.JsonException malformed)
        {
            throw new JsonException(malformed.Message, malformed);
        }
    }

    /// <summary>Our own types are written by their source-generated contracts, so that both builds write the same JSON.</summary>
    private sealed class CarriedTypes(JsonSerializerOptions options) : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) =>
            objectType.Namespace?.StartsWith(nameof(ReportBot) + ".", StringComparison.Ordinal) == true && options.TryGetTypeInfo(objectType, out _);

        public override void WriteJson(JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer) =>
            writer.WriteRawValue(JsonSerializer.Serialize(value, options.GetTypeInfo(value!.GetType()))); // Never called for null.

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer) =>
            throw new NotSupportedException("What an activity carries is read as JSON.");
    }
}
