using System.Text.Json;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Tests.Conversation;

public sealed class ActivityValueTests
{
    [Fact]
    public void A_value_that_came_as_json_is_read()
    {
        var value = ActivityValue.ReadAs(Json("""{"question":"where","choices":["home"]}"""), ConversationJson.Default.ReplyValue);

        Assert.Equal("where", value?.Question);
        Assert.Equal<string>(["home"], value!.Choices);
    }

    [Fact]
    public void A_value_that_is_already_typed_is_itself()
    {
        var value = new ReplyValue { Question = "where" };

        Assert.Same(value, ActivityValue.ReadAs(value, ConversationJson.Default.ReplyValue));
    }

    [Fact]
    public void Choices_that_are_left_out_are_none()
    {
        var value = ActivityValue.ReadAs(Json("{}"), ConversationJson.Default.ReplyValue);

        Assert.True(value!.Choices.IsEmpty);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"words\"")]
    [InlineData("[]")]
    [InlineData("""{"choices":"home"}""")]
    [InlineData("""{"question":{"a":1}}""")]
    public void A_value_of_another_shape_is_none(string json)
    {
        Assert.Null(ActivityValue.ReadAs(Json(json), ConversationJson.Default.ReplyValue));
    }

    [Fact]
    public void Nothing_and_another_type_are_none()
    {
        Assert.Null(ActivityValue.ReadAs(null, ConversationJson.Default.ReplyValue));
        Assert.Null(ActivityValue.ReadAs("words", ConversationJson.Default.ReplyValue));
        Assert.Null(ActivityValue.ReadAs(default(JsonElement), ConversationJson.Default.ReplyValue));
    }

    // As a message brings it: inside an object, so that it outlives the reading.
    private static object Json(string json) => JsonElement.Parse(json);
}
