using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ReportBot.Dialogs.Conversation;

/// <summary>Reads what an activity or an attachment carries (Value, ChannelData, Content) as a type.</summary>
public static class ActivityValue
{
    /// <summary>
    /// The value as <typeparamref name="T"/>, whether it is one already or came as JSON; null when there is none or it has another shape,
    /// since anyone can send anything.
    /// </summary>
    public static T? ReadAs<T>(object? value, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        if (value is not JToken json)
            return value as T;
        try
        {
            return JsonSerializer.Deserialize(json.ToString(Formatting.None), typeInfo);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
