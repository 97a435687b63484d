using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Builder.Tests.Turns;

namespace ReportBot.Builder.Tests.State;

public sealed class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new(NoteJsonContext.Default.Options);

    [Fact]
    public async Task What_is_read_is_not_the_object_that_was_written()
    {
        var note = new Note { Words = "first" };
        await WriteAsync("a", note);
        note.Words = "changed after";

        var read = await ReadAsync("a");

        Assert.Equal("first", read!.Words);
    }

    [Fact]
    public async Task Keys_that_have_nothing_are_left_out()
    {
        await WriteAsync("a", new Note { Words = "here" });

        var read = await _storage.ReadAsync<Note>(["a", "b"]);

        Assert.Equal(["a"], read.Keys);
    }

    [Fact]
    public async Task Writing_over_the_version_that_was_read_works_again_and_again()
    {
        await WriteAsync("a", new Note { Words = "1" });
        var note = await ReadAsync("a");
        note!.Words = "2";
        await WriteAsync("a", note);
        note.Words = "3";

        await WriteAsync("a", note);

        Assert.Equal("3", (await ReadAsync("a"))!.Words);
    }

    [Fact]
    public async Task Writing_over_an_older_version_throws_and_changes_nothing()
    {
        await WriteAsync("a", new Note { Words = "1" });
        var mine = await ReadAsync("a");
        await WriteAsync("a", (await ReadAsync("a"))!);
        mine!.Words = "mine";

        var failure = await Record.ExceptionAsync(() => WriteAsync("a", mine));

        Assert.IsType<ArgumentException>(failure);
        Assert.Equal("1", (await ReadAsync("a"))!.Words);
    }

    [Fact]
    public async Task A_new_document_does_not_replace_one_that_is_there()
    {
        await WriteAsync("a", new Note { Words = "1" });

        var failure = await Record.ExceptionAsync(() => WriteAsync("a", new Note { Words = "new" }));

        Assert.IsType<ArgumentException>(failure);
    }

    [Fact]
    public async Task A_version_of_a_document_that_was_deleted_is_stale()
    {
        await WriteAsync("a", new Note { Words = "1" });
        var mine = await ReadAsync("a");
        await _storage.DeleteAsync(["a"], CancellationToken.None);

        var failure = await Record.ExceptionAsync(() => WriteAsync("a", mine!));

        Assert.IsType<ArgumentException>(failure);
    }

    [Fact]
    public async Task Any_version_is_written_over_when_asked_to()
    {
        await WriteAsync("a", new Note { Words = "1" });

        await WriteAsync("a", new Note { Words = "2", ETag = "*" });

        Assert.Equal("2", (await ReadAsync("a"))!.Words);
    }

    [Fact]
    public async Task When_one_change_is_refused_none_is_made()
    {
        await WriteAsync("a", new Note { Words = "1" });

        await Record.ExceptionAsync(() => _storage.WriteAsync(
            new Dictionary<string, object> { ["b"] = new Note { Words = "b" }, ["a"] = new Note { Words = "stale" } }, CancellationToken.None));

        Assert.Null(await ReadAsync("b"));
    }

    [Fact]
    public async Task Documents_without_a_version_are_written_over()
    {
        var storage = new MemoryStorage();
        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = "one" }, CancellationToken.None);

        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = "two" }, CancellationToken.None);

        Assert.Equal("two", Assert.IsType<JsonElement>((await storage.ReadAsync(["a"], CancellationToken.None))["a"]).GetString());
    }

    [Fact]
    public async Task No_type_name_is_stored()
    {
        await WriteAsync("a", new Note { Words = "plain" });

        var stored = (JsonElement)(await _storage.ReadAsync(["a"], CancellationToken.None))["a"];

        Assert.DoesNotContain("Note", stored.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("$type", stored.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_nobody_told_it_about_is_an_error()
    {
        var failure = await Record.ExceptionAsync(() => new MemoryStorage().WriteAsync(
            new Dictionary<string, object> { ["a"] = new Note { Words = "unknown" } }, CancellationToken.None));

        Assert.IsType<NotSupportedException>(failure);
    }

    [Fact]
    public async Task Dialog_state_that_is_not_a_string_is_refused()
    {
        using var turn = new RecordingAdapter().Turn();
        var state = new ConversationState(new MemoryStorage());
        await state.CreateProperty<DialogState>("Dialogs").SetAsync(
            turn, new DialogState([new DialogInstance { Id = "age", State = new Dictionary<string, object> { ["age"] = 42 } }]));

        var failure = await Record.ExceptionAsync(() => state.SaveChangesAsync(turn));

        Assert.IsType<JsonException>(failure);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await WriteAsync("a", new Note { Words = "" });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => AppendAsync((char)('a' + writer), 25))));

        Assert.Equal(200, (await ReadAsync("a"))!.Words!.Length);
    }

    private async Task AppendAsync(char letter, int times)
    {
        for (var done = 0; done < times;)
        {
            var note = await ReadAsync("a");
            note!.Words += letter;
            if (await Record.ExceptionAsync(() => WriteAsync("a", note)) is null)
                done++;
        }
    }

    private Task WriteAsync(string key, Note note) => _storage.WriteAsync(new Dictionary<string, object> { [key] = note }, CancellationToken.None);

    private async Task<Note?> ReadAsync(string key) => (await _storage.ReadAsync<Note>([key])).TryGetValue(key, out var note) ? note : null;
}

internal sealed class Note : IStoreItem
{
    public string? Words { get; set; }

    public string? ETag { get; set; }
}

[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class NoteJsonContext : JsonSerializerContext;
