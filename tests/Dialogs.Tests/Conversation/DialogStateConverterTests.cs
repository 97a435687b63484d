using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Tests.Conversation;

public sealed class DialogStateConverterTests
{
    [Fact]
    public void A_stack_is_written_with_its_strings_and_nothing_else()
    {
        var written = Write(Stack(("where", [("asked", "Where?"), ("tries", "2")]), ("report", [])));

        Assert.Equal("""[{"id":"where","state":{"asked":"Where?","tries":"2"}},{"id":"report","state":{}}]""", written);
    }

    [Fact]
    public void What_is_read_is_strings_and_not_json()
    {
        var stack = Read("""[{"id":"where","state":{"asked":"Where?"}}]""").DialogStack;

        Assert.Equal(("where", "Where?"), (stack[0].Id, (string)stack[0].State["asked"]));
        stack[0].State["tries"] = "1";
        Assert.Equal(2, stack[0].State.Count);
    }

    [Fact]
    public void The_order_of_the_members_does_not_matter()
    {
        Assert.Equal("where", Read("""[{"state":{},"id":"where"}]""").DialogStack[0].Id);
    }

    [Fact]
    public void An_empty_stack_is_an_empty_array()
    {
        Assert.Equal("[]", Write(new DialogState()));
        Assert.Empty(Read("[]").DialogStack);
    }

    [Theory]
    [InlineData(42)]
    [InlineData(true)]
    [InlineData(null)]
    public void Anything_but_a_string_is_refused_on_writing(object? value)
    {
        var state = new DialogState([new DialogInstance { Id = "age", State = new Dictionary<string, object> { ["age"] = value! } }]);

        var failure = Record.Exception(() => Write(state));

        Assert.Contains("age", Assert.IsType<JsonException>(failure).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"id":null,"state":{}}]""")]
    [InlineData("""[{"id":1,"state":{}}]""")]
    [InlineData("""[{"id":"a","state":[]}]""")]
    [InlineData("""[{"id":"a","state":{"n":1}}]""")]
    [InlineData("""[{"id":"a","state":{"n":null}}]""")]
    [InlineData("""[{"id":"a","state":{"n":{}}}]""")]
    [InlineData("""[{"id":"a","state":{},"version":"1"}]""")]
    [InlineData("""[{"id":"a","state":{}""")]
    public void Anything_else_is_refused_on_reading(string json)
    {
        var failure = Record.Exception(() => Read(json));

        Assert.IsType<JsonException>(failure, exactMatch: false);
    }

    [Fact]
    public void Any_stack_is_the_same_after_writing_and_reading()
    {
        // Half a surrogate pair cannot be written as UTF-8, so the words are made of whole characters.
        var words = from runes in Gen.OneOf(Gen.Choose(0, 0xd7ff), Gen.Choose(0xe000, 0x10ffff)).ListOf()
                    select string.Concat(runes.Select(char.ConvertFromUtf32));
        var pairs = from name in words from value in words select (name, value);
        var instances = from id in words from state in pairs.ListOf() select (id, state.DistinctBy(pair => pair.name).ToArray());
        var stacks = from stack in instances.ListOf() select stack.ToArray();

        Prop.ForAll(stacks.ToArbitrary(), stack =>
        {
            var read = Read(Write(Stack(stack))).DialogStack;
            return read.Select(instance => instance.Id).SequenceEqual(stack.Select(instance => instance.id))
                && read.Zip(stack).All(pair => pair.First.State.Select(kept => (kept.Key, (string)kept.Value)).SequenceEqual(pair.Second.Item2));
        }).QuickCheckThrowOnFailure();
    }

    private static DialogState Stack(params (string Id, (string Name, string Value)[] State)[] stack) => new(
        [.. stack.Select(one => new DialogInstance { Id = one.Id, State = one.State.ToDictionary(pair => pair.Name, object (pair) => pair.Value) })]);

    private static string Write(DialogState state)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            new DialogStateConverter().Write(writer, state, JsonSerializerOptions.Default);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static DialogState Read(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return new DialogStateConverter().Read(ref reader, typeof(DialogState), JsonSerializerOptions.Default);
    }
}
