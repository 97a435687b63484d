using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// Activities as JSON in UTF-8: as they go over the wire and as they are stored. Members nobody knows survive reading and writing;
/// at most 32 levels deep. What an activity carries is written by its own type; once read it is a JSON value, to be read further by
/// <see cref="Dialogs.Conversation.ActivityValue"/>.
/// </summary>
public sealed class ActivityJson
{
    private readonly JsonTypeInfo<Activity> _activity;
    private readonly JsonTypeInfo<List<Activity>> _list;
    private readonly JsonTypeInfo<IReadOnlyList<Activity>> _readOnlyList;

    /// <summary>Knows the schema, and beside it the types these resolvers know: cards and values that activities carry.</summary>
    public ActivityJson(IEnumerable<IJsonTypeInfoResolver> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var options = new JsonSerializerOptions(SchemaJsonContext.Default.Options)
        {
            // Stored, or sent as application/json; never written into a page, so letters of every script stay as they are.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([SchemaJsonContext.Default, .. contents]),
        };
        options.MakeReadOnly();
        _activity = TypeInfo<Activity>(options);
        _list = TypeInfo<List<Activity>>(options);
        _readOnlyList = TypeInfo<IReadOnlyList<Activity>>(options);
    }

    /// <summary>One activity as a JSON object. Throws <see cref="NotSupportedException"/> when it carries a type no resolver knows.</summary>
    public byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, _activity);

    /// <summary>Activities as a JSON array, in order.</summary>
    public byte[] Write(IReadOnlyList<Activity> activities) => JsonSerializer.SerializeToUtf8Bytes(activities, _readOnlyList);

    /// <summary>One activity as a JSON object, where the writer stands.</summary>
    public void Write(Utf8JsonWriter writer, Activity activity) => JsonSerializer.Serialize(writer, activity, _activity);

    /// <summary>The activity of a JSON object. Throws <see cref="JsonException"/> when it is none.</summary>
    public Activity Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, _activity) ?? throw new JsonException("An activity is a JSON object, not null.");

    /// <summary>The activities of a JSON array, in order. Throws <see cref="JsonException"/> when it is none.</summary>
    public List<Activity> ReadList(ReadOnlySpan<byte> json)
    {
        var activities = JsonSerializer.Deserialize(json, _list);
        return activities is null || activities.Contains(null!) // An array can hold null whatever the type says.
            ? throw new JsonException("Activities are a JSON array of objects.")
            : activities;
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
