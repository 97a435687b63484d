using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A dialog on the stack as <c>{"id":…,"state":{…}}</c>. Only strings go into the state, so that a value is the same after reading
/// as before writing; anything else throws <see cref="JsonException"/>.
/// </summary>
internal sealed class DialogInstanceConverter : JsonConverter<DialogInstance>
{
    /// <inheritdoc />
    public override DialogInstance Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var instance = new DialogInstance { State = new Dictionary<string, object>() };
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("id"u8) && reader.Read())
                instance.Id = reader.GetString();
            else if (reader.ValueTextEquals("state"u8) && reader.Read())
                ReadState(ref reader, instance.State);
            else
                throw new JsonException("A dialog on the stack has an id and a state, and nothing else.");
        return instance.Id is null ? throw new JsonException("A dialog on the stack has no id.") : instance;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DialogInstance value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteStartObject("state"u8);
        foreach (var (name, kept) in value.State)
            writer.WriteString(name, kept as string ?? throw new JsonException($"'{name}' of the dialog '{value.Id}' is not a string."));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void ReadState(ref Utf8JsonReader reader, IDictionary<string, object> state)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            Expect(ref reader, JsonTokenType.String);
            state[name] = reader.GetString();
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
            throw new JsonException($"Expected {token} in a stored dialog, found {reader.TokenType}.");
    }
}
