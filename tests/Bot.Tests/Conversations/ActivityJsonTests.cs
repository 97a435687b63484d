using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Tests.Conversations;

public sealed class ActivityJsonTests
{
    private readonly ActivityJson _json = new([ConversationJson.Default]);

    [Fact]
    public void A_message_is_written_as_on_the_wire_and_read_back()
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "3-0",
            Timestamp = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero),
            From = new ChannelAccount("bot"),
            Text = "I’m sorry this happened. <b>1 & 2</b>",
        };

        var written = _json.Write(message);
        var read = _json.Read(written);

        Assert.Equal(
            """{"type":"message","id":"3-0","timestamp":"2026-11-20T20:00:00+00:00","from":{"id":"bot"},"text":"I’m sorry this happened. <b>1 & 2</b>"}""",
            Encoding.UTF8.GetString(written));
        Assert.Equal((message.Text, message.Timestamp), (read.Text, read.Timestamp));
    }

    [Fact]
    public void A_card_is_written_by_its_own_type_and_read_back_by_it()
    {
        var card = new QuestionCard { Question = "where", Choices = [new CardChoice("home", "At home", "“my front door”", Suggested: true)], Several = true };
        var message = new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment(QuestionCard.ContentType, content: card)] };

        var read = _json.Read(_json.Write(message)).Attachments[0];
        var again = ActivityValue.ReadAs(read.Content, ConversationJson.Default.QuestionCard);

        Assert.Equal(QuestionCard.ContentType, read.ContentType);
        Assert.Equal((card.Question, card.Several, card.Choices[0]), (again?.Question, again?.Several, again?.Choices[0]));
    }

    [Fact]
    public void What_was_pressed_is_written_by_its_own_type_and_read_back_by_it()
    {
        var message = new Activity { Type = ActivityTypes.Message, Value = new ReplyValue { Question = "where", Choices = ["home", "work"] } };

        var value = ActivityValue.ReadAs(_json.Read(_json.Write(message)).Value, ConversationJson.Default.ReplyValue);

        Assert.Equal("where", value?.Question);
        Assert.Equal<string>(["home", "work"], value!.Choices);
    }

    [Fact]
    public void Writing_what_was_read_changes_nothing()
    {
        const string json = """{"type":"message","id":"1","channelData":{"clientActivityID":"x"},"text":"hi","value":{"question":"where"},"unheardOf":[1,{"deep":null}]}""";

        var again = _json.Write(_json.Read(Encoding.UTF8.GetBytes(json)));
        var oneMore = _json.Write(_json.Read(again));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(again)));
        Assert.Equal(again, oneMore);
    }

    [Fact]
    public void Several_are_an_array_in_order()
    {
        Activity[] replies = [new() { Type = ActivityTypes.Message, Text = "one" }, new() { Type = ActivityTypes.Typing }];

        var written = _json.Write(replies);

        Assert.Equal("""[{"type":"message","text":"one"},{"type":"typing"}]""", Encoding.UTF8.GetString(written));
        Assert.Equal(["message", "typing"], _json.ReadList(written).Select(reply => reply.Type));
        Assert.Empty(_json.ReadList(_json.Write([])));
    }

    [Fact]
    public void One_can_be_written_inside_something_larger()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("activity"u8);
            _json.Write(writer, new Activity { Type = ActivityTypes.Typing });
            writer.WriteEndObject();
        }

        Assert.Equal("""{"activity":{"type":"typing"}}""", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"type":1}""")]
    public void What_is_no_activity_is_refused(string json)
    {
        var failure = Record.Exception(() => _json.Read(Encoding.UTF8.GetBytes(json)));

        Assert.IsAssignableFrom<JsonException>(failure);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[1]")]
    public void What_is_no_list_of_activities_is_refused(string json)
    {
        var failure = Record.Exception(() => _json.ReadList(Encoding.UTF8.GetBytes(json)));

        Assert.IsAssignableFrom<JsonException>(failure);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var failure = Record.Exception(() => _json.Read(Encoding.UTF8.GetBytes($$"""{"value":{{new string('[', 40)}}{{new string(']', 40)}}}""")));

        Assert.IsAssignableFrom<JsonException>(failure);
    }

    [Fact]
    public void A_type_nobody_knows_is_our_mistake()
    {
        var failure = Record.Exception(() => _json.Write(new Activity { Type = ActivityTypes.Message, Value = new { Anything = 1 } }));

        Assert.IsType<NotSupportedException>(failure);
    }

    [Fact]
    public void Half_a_character_does_not_keep_a_message_from_being_written()
    {
        var written = _json.Write(new Activity { Type = ActivityTypes.Message, Text = "broken \ud83d emoji" });

        Assert.Equal("broken \ufffd emoji", _json.Read(written).Text);
    }
}
