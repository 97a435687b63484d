using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
        if (value is not JsonElement { ValueKind: not JsonValueKind.Undefined } json)
            return value as T;
        try
        {
            return json.Deserialize(typeInfo);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
