using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs;

namespace ReportBot.Dialogs.Conversation;

/// <summary>
/// The dialog stack as it is stored: <c>[{"id":…,"state":{name:text}}]</c>, the active dialog first. State values are strings only,
/// so that what is read is what was written; a value of another kind throws <see cref="JsonException"/>, on writing and on reading.
/// </summary>
public sealed class DialogStateConverter : JsonConverter<DialogState>
{
    /// <inheritdoc />
    public override DialogState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType, JsonTokenType.StartArray);
        var stack = new List<DialogInstance>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            stack.Add(ReadInstance(ref reader));
        return new DialogState(stack);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DialogState value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var instance in value.DialogStack)
            WriteInstance(writer, instance);
        writer.WriteEndArray();
    }

    private static void WriteInstance(Utf8JsonWriter writer, DialogInstance instance)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, instance.Id);
        writer.WriteStartObject("state"u8);
        foreach (var (name, value) in instance.State)
            writer.WriteString(name, value as string
                ?? throw new JsonException($"The state '{name}' of the dialog '{instance.Id}' is not a string."));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static DialogInstance ReadInstance(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.StartObject);
        string? id = null;
        var state = new Dictionary<string, object>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("id"u8))
                id = ReadText(ref reader);
            else if (reader.ValueTextEquals("state"u8))
                ReadState(ref reader, state);
            else
                throw new JsonException("A stored dialog has an id and a state, and nothing else.");
        return new DialogInstance { Id = id ?? throw new JsonException("A stored dialog has no id."), State = state };
    }

    private static void ReadState(ref Utf8JsonReader reader, Dictionary<string, object> state)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!; // A property name is never null.
            state[name] = ReadText(ref reader);
        }
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.String);
        return reader.GetString()!; // A string token is never null.
    }

    private static void Expect(JsonTokenType found, JsonTokenType expected)
    {
        if (found != expected)
            throw new JsonException($"Expected {expected} in a stored dialog stack, found {found}.");
    }
}
