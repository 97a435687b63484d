using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Builder.Tests.Turns;

namespace ReportBot.Builder.Tests.State;

public sealed class BotStateTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly CountingStorage _storage = new(new MemoryStorage());

    [Fact]
    public async Task A_property_set_in_one_turn_is_there_in_the_next()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));

        var read = await ReadAsync<string>("name");

        Assert.Equal("Ada", read);
    }

    [Fact]
    public async Task A_property_nobody_set_is_what_the_factory_makes_and_is_kept()
    {
        var made = "";
        await InTurnAsync(state => state.CreateProperty<string>("name"), async (name, turn) => made = await name.GetAsync(turn, () => "nobody"));

        var read = await ReadAsync<string>("name");

        Assert.Equal(("nobody", "nobody"), (made, read));
    }

    [Fact]
    public async Task Without_a_factory_a_property_nobody_set_is_the_default()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);

        Assert.Null(await state.CreateProperty<string>("name").GetAsync(turn));
        Assert.Equal(0, await state.CreateProperty<int>("age").GetAsync(turn));
    }

    [Fact]
    public async Task A_property_that_is_deleted_is_gone()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.DeleteAsync(turn));

        Assert.Null(await ReadAsync<string>("name"));
    }

    [Fact]
    public async Task Clearing_removes_every_property_once_saved()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);

        await state.ClearStateAsync(turn);
        await state.SaveChangesAsync(turn);

        Assert.Null(await ReadAsync<string>("name"));
    }

    [Fact]
    public async Task Deleting_the_state_forgets_it_at_once()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));
        using var turn = _adapter.Turn();

        await new ConversationState(_storage).DeleteAsync(turn);

        Assert.Null(await ReadAsync<string>("name"));
    }

    [Fact]
    public async Task Of_two_turns_at_once_the_second_to_save_fails_and_loses_nothing()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));
        using var first = _adapter.Turn();
        using var second = _adapter.Turn();
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("name");
        await property.SetAsync(first, "first");
        await property.SetAsync(second, "second");
        await state.SaveChangesAsync(first);

        var failure = await Record.ExceptionAsync(() => state.SaveChangesAsync(second));

        Assert.IsType<ArgumentException>(failure);
        Assert.Equal("first", await ReadAsync<string>("name"));
    }

    [Fact]
    public async Task Of_two_first_turns_at_once_the_second_to_save_fails()
    {
        using var first = _adapter.Turn();
        using var second = _adapter.Turn();
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("name");
        await property.SetAsync(first, "first");
        await property.SetAsync(second, "second");
        await state.SaveChangesAsync(first);

        var failure = await Record.ExceptionAsync(() => state.SaveChangesAsync(second));

        Assert.IsType<ArgumentException>(failure);
    }

    [Fact]
    public async Task A_turn_may_save_more_than_once()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("name");
        await property.SetAsync(turn, "one");
        await state.SaveChangesAsync(turn);
        await property.SetAsync(turn, "two");

        await state.SaveChangesAsync(turn);

        Assert.Equal("two", await ReadAsync<string>("name"));
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_can_have_changed()
    {
        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.SetAsync(turn, "Ada"));
        var before = _storage.Writes;

        await InTurnAsync(state => state.CreateProperty<string>("name"), (name, turn) => name.GetAsync(turn));

        Assert.Equal(before, _storage.Writes);
    }

    [Fact]
    public async Task Forced_it_is_written_in_any_case()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);
        await state.LoadAsync(turn);

        await state.SaveChangesAsync(turn, force: true);

        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task State_that_was_never_read_is_not_written()
    {
        using var turn = _adapter.Turn();

        await new ConversationState(_storage).SaveChangesAsync(turn, force: true);

        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task An_object_changed_in_place_is_saved_even_after_an_earlier_save()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);
        var words = await state.CreateProperty<List<string>>("words").GetAsync(turn, () => []);
        await state.SaveChangesAsync(turn);
        words.Add("late");

        await state.SaveChangesAsync(turn);

        Assert.Equal(["late"], await ReadAsync<List<string>>("words"));
    }

    [Fact]
    public async Task State_is_read_once_a_turn()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);

        await state.CreateProperty<string>("name").GetAsync(turn);
        await state.CreateProperty<string>("place").SetAsync(turn, "Leeds");
        await state.SaveChangesAsync(turn);

        Assert.Equal((1, 1), (_storage.Reads, _storage.Writes));
    }

    [Fact]
    public async Task Loading_by_force_forgets_changes()
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);
        await state.CreateProperty<string>("name").SetAsync(turn, "Ada");

        await state.LoadAsync(turn, force: true);

        Assert.Null(await state.CreateProperty<string>("name").GetAsync(turn));
    }

    [Fact]
    public async Task A_dialog_stack_comes_back_with_its_strings_as_strings()
    {
        var stack = new DialogState([new DialogInstance { Id = "where", State = new Dictionary<string, object> { ["asked"] = "Where was it?" } }]);
        await InTurnAsync(state => state.CreateProperty<DialogState>("Dialogs"), (dialogs, turn) => dialogs.SetAsync(turn, stack));

        var read = await ReadAsync<DialogState>("Dialogs");

        var instance = Assert.Single(read!.DialogStack);
        Assert.Equal(("where", "Where was it?"), (instance.Id, (string)instance.State["asked"]));
    }

    [Fact]
    public async Task Conversations_people_and_channels_do_not_share_state()
    {
        var storage = new MemoryStorage();
        var conversation = new ConversationState(storage);
        var user = new UserState(storage);
        using var here = _adapter.Turn();
        await conversation.CreateProperty<string>("name").SetAsync(here, "conversation");
        await user.CreateProperty<string>("name").SetAsync(here, "user");
        await new BotStateSet(conversation, user).SaveAllChangesAsync(here);
        using var elsewhere = _adapter.Turn();
        elsewhere.Activity.Conversation.Id = "conversation-2";
        using var otherChannel = _adapter.Turn();
        otherChannel.Activity.ChannelId = "sms";

        Assert.Null(await conversation.CreateProperty<string>("name").GetAsync(elsewhere));
        Assert.Equal("user", await user.CreateProperty<string>("name").GetAsync(elsewhere));
        Assert.Null(await user.CreateProperty<string>("name").GetAsync(otherChannel));
    }

    [Fact]
    public async Task An_activity_that_names_no_conversation_has_no_state()
    {
        using var turn = _adapter.Turn();
        turn.Activity.Conversation = null;

        var failure = await Record.ExceptionAsync(() => new ConversationState(_storage).LoadAsync(turn));

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public async Task A_storage_may_answer_a_plain_dictionary_and_decide_about_versions_itself()
    {
        var storage = new PlainStorage(new Dictionary<string, object> { ["name"] = "Ada" });
        using var turn = _adapter.Turn();
        var state = new ConversationState(storage);
        var name = await state.CreateProperty<string>("name").GetAsync(turn);
        await state.CreateProperty<string>("place").SetAsync(turn, "Leeds");

        await state.SaveChangesAsync(turn);

        Assert.Equal("Ada", name);
        var written = Assert.IsAssignableFrom<IDictionary<string, object>>(storage.Written);
        Assert.Equal("Leeds", written["place"]);
        Assert.Equal("*", Assert.IsAssignableFrom<IStoreItem>(written).ETag);
    }

    [Fact]
    public async Task A_property_of_another_type_is_an_error_and_never_silently_empty()
    {
        var storage = new PlainStorage(new Dictionary<string, object> { ["Dialogs"] = JsonElement.Parse("[]"u8) });
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => new ConversationState(storage).CreateProperty<DialogState>("Dialogs").GetAsync(turn, () => new DialogState()));

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public async Task A_document_that_is_no_dictionary_is_an_error()
    {
        using var turn = _adapter.Turn();

        var failure = await Record.ExceptionAsync(() => new ConversationState(new PlainStorage("{}")).LoadAsync(turn));

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public async Task Saved_automatically_only_when_the_turn_did_not_throw()
    {
        var state = new ConversationState(_storage);
        _adapter.Use(new AutoSaveStateMiddleware(state));
        using var good = _adapter.Turn();
        using var bad = _adapter.Turn();

        await _adapter.RunAsync(good, (turn, token) => state.CreateProperty<string>("name").SetAsync(turn, "good", token));
        await Record.ExceptionAsync(() => _adapter.RunAsync(bad, async (turn, token) =>
        {
            await state.CreateProperty<string>("name").SetAsync(turn, "bad", token);
            throw new FormatException();
        }));

        Assert.Equal("good", await ReadAsync<string>("name"));
    }

    private async Task InTurnAsync<T>(Func<BotState, IStatePropertyAccessor<T>> property, Func<IStatePropertyAccessor<T>, ITurnContext, Task> act)
    {
        using var turn = _adapter.Turn();
        var state = new ConversationState(_storage);
        await act(property(state), turn);
        await state.SaveChangesAsync(turn);
    }

    private async Task<T?> ReadAsync<T>(string name)
    {
        using var turn = _adapter.Turn();
        return await new ConversationState(_storage).CreateProperty<T>(name).GetAsync(turn);
    }
}
