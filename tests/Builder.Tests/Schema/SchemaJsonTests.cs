using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Schema;

public sealed class SchemaJsonTests
{
    [Theory]
    [InlineData("""{"type":"message","id":"1","timestamp":"2026-11-20T20:00:00.123+00:00","localTimestamp":"2026-11-20T21:00:00+01:00","localTimezone":"Europe/Paris","channelId":"sms","from":{"id":"p","name":"P","aadObjectId":"a","role":"user"},"conversation":{"isGroup":false,"conversationType":"personal","id":"c","tenantId":"t"},"recipient":{"id":"b"},"textFormat":"plain","locale":"en-GB","text":"hello","value":{"question":"where","choices":["home"]}}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"p"}],"membersRemoved":[],"topicName":"n","historyDisclosed":true}""")]
    [InlineData("""{"type":"event","name":"handoff.status","relatesTo":{"activityId":"1","channelId":"sms","serviceUrl":"https://x.example"},"value":{"state":"accepted"}}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"https://x.example/1","name":"1.png","thumbnailUrl":"https://x.example/2"},{"contentType":"application/vnd.microsoft.card.hero","content":{"buttons":[{"type":"imBack","title":"Yes","value":"yes"}]}}],"suggestedActions":{"to":["p"],"actions":[{"type":"imBack","title":"No","imageAltText":"a","value":5}]}}""")]
    [InlineData("""{"type":"endOfConversation","code":"completedSuccessfully"}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"from":{"id":"p","givenName":"P","age":[1,2.50,{"x":null}]},"conversation":{"id":"c","unheardOf":true},"attachments":[{"contentType":"x","size":12}],"entities":[{"type":"clientInfo","locale":"en-GB","country":"GB"}],"semanticAction":{"state":"start"}}""")]
    public void What_is_read_is_written_again_with_what_nobody_knows(string json)
    {
        var activity = Read(json);

        var written = JsonSerializer.Serialize(activity, SchemaJsonContext.Default.Activity);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Unknown_members_can_be_looked_at()
    {
        var activity = Read("""{"type":"message","reactionsAdded":[{"type":"like"}],"from":{"id":"p","givenName":"P"}}""");

        Assert.Equal("like", activity.Properties["reactionsAdded"][0].GetProperty("type").GetString());
        Assert.Equal("P", activity.From.Properties["givenName"].GetString());
    }

    [Fact]
    public void Nothing_is_written_for_what_is_null()
    {
        Assert.Equal("""{"type":"typing"}""", JsonSerializer.Serialize(new Activity { Type = ActivityTypes.Typing }, SchemaJsonContext.Default.Activity));
    }

    [Fact]
    public void What_an_activity_carries_is_json_once_read()
    {
        var activity = Read("""{"value":{"a":1},"channelData":[1],"attachments":[{"content":"words"}]}""");

        Assert.All([activity.Value, activity.ChannelData, activity.Attachments[0].Content], carried => Assert.IsType<JsonElement>(carried));
    }

    [Fact]
    public void What_an_activity_carries_is_written_by_its_own_type()
    {
        var card = new HeroCard { Text = "Choose", Buttons = [CardAction.FromString("Yes")] };
        var activity = new Activity { Attachments = [new Attachment(HeroCard.ContentType, content: card)], Value = new InvokeResponse { Status = 200, Body = "fine" } };

        var written = JsonSerializer.Serialize(activity, SchemaJsonContext.Default.Activity);

        Assert.Equal(
            """{"attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"text":"Choose","buttons":[{"type":"imBack","title":"Yes","value":"Yes"}]}}],"value":{"status":200,"body":"fine"}}""",
            written);
    }

    [Fact]
    public void A_mention_is_written_whole_and_found_again()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("p", "Pat"), "<at>Pat</at>"), new Entity("clientInfo")] };

        var read = Read(JsonSerializer.Serialize(activity, SchemaJsonContext.Default.Activity));

        var mention = Assert.Single(read.GetMentions());
        Assert.Equal(("mention", "<at>Pat</at>", "Pat"), (mention.Type, mention.Text, mention.Mentioned.Name));
        Assert.Single(activity.GetMentions());
    }

    [Theory]
    [InlineData("""{"type":"mention","mentioned":"p","text":5}""", null)]
    [InlineData("""{"type":"mention","mentioned":{"id":7,"name":"Pat"}}""", "Pat")]
    public void A_mention_of_another_shape_is_taken_as_far_as_it_goes(string entity, string? name)
    {
        var mention = Assert.Single(Read($$"""{"entities":[{{entity}}]}""").GetMentions());

        Assert.Equal(name, mention.Mentioned?.Name);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(100_000, false)]
    public void Nesting_has_a_limit(int levels, bool taken)
    {
        // The activity itself is one level.
        var json = $$"""{"value":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        var failure = Record.Exception(() => Read(json));

        Assert.Equal(taken, failure is null);
        Assert.True(failure is null or JsonException);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(100_000, false)]
    public void Nesting_has_a_limit_in_unknown_members_too(int levels, bool taken)
    {
        var json = $$"""{"unknown":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        var failure = Record.Exception(() => Read(json));

        Assert.Equal(taken, failure is null);
        Assert.True(failure is null or JsonException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"from":"somebody"}""")]
    [InlineData("""{"attachments":{}}""")]
    [InlineData("""{"type":"message" """)]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"type":"message"}}""")]
    public void What_is_no_activity_is_refused_in_one_way(string json)
    {
        var failure = Record.Exception(() => Read(json));

        Assert.IsType<JsonException>(failure);
    }

    [Theory]
    [InlineData("""{"unknown":1,"unknown":2}""")]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"attachments":[null],"entities":[null],"membersAdded":[null]}""")]
    [InlineData("""{"$type":"System.Object","$id":"1","value":{"$type":"System.IO.FileInfo"}}""")]
    [InlineData("""{"entities":[{"$type":"System.Object","type":"x","$id":"1"},{"type":"y","$ref":"1"}]}""")]
    [InlineData("null")]
    public void What_is_odd_but_harmless_is_taken(string json)
    {
        var activity = Read(json);

        Assert.Empty(activity?.GetMentions() ?? []);
    }

    [Fact]
    public void Any_words_survive_being_written_and_read()
    {
        Prop.ForAll(Words().ToArbitrary(), text => Read(Write(text)).Text == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_moment_survives_with_its_offset()
    {
        var moments = from ticks in Gen.Choose(0, int.MaxValue)
                      from hours in Gen.Choose(-12, 14)
                      select new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(hours)).AddTicks(ticks * 10_000_019L);

        Prop.ForAll(moments.ToArbitrary(), moment =>
        {
            var read = Read(JsonSerializer.Serialize(new Activity { LocalTimestamp = moment }, SchemaJsonContext.Default.Activity)).LocalTimestamp;
            return read == moment && read.Value.Offset == moment.Offset;
        }).QuickCheckThrowOnFailure();
    }

    private static string Write(string text) => JsonSerializer.Serialize(new Activity { Text = text }, SchemaJsonContext.Default.Activity);

    private static Activity Read(string json) => JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), SchemaJsonContext.Default.Activity)!;

    // Whole characters of every plane, control characters and markup among them.
    private static Gen<string> Words() =>
        from runes in Gen.OneOf(Gen.Choose(0, 0x7f), Gen.Choose(0x80, 0xd7ff), Gen.Choose(0xe000, 0x10ffff), Gen.Elements(0, 0x22, 0x3c, 0x5c, 0x2028, 0x200f)).ListOf()
        select string.Concat(runes.Select(rune => new Rune(rune).ToString()));
}
