using ReportBot.Bot.Staff.Entering;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Staff;

public sealed class EntryDraftsTests : IAsyncLifetime, IDisposable
{
    private static readonly Guid Amira = Given.Amira.Id;

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private EntryDrafts _drafts = null!; // Opened before each test.

    public Task InitializeAsync()
    {
        _drafts = EntryDrafts.Open(_folder.Data, new TestCodec(), _clock);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _drafts.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keeps_one_draft_for_each_member_of_staff()
    {
        await _drafts.KeepAsync(Amira, Draft("one"));
        await _drafts.KeepAsync(Given.Ben.Id, Draft("two"));

        Assert.Equal(("one", 1), (_drafts.Find(Amira)!["account"], _drafts.Find(Amira)!.Version));
        Assert.Equal("two", _drafts.Find(Given.Ben.Id)!["account"]);
        Assert.Null(_drafts.Find(Guid.NewGuid()));
    }

    [Fact]
    public async Task Of_two_tabs_the_one_that_read_before_the_other_kept_changes_nothing()
    {
        await _drafts.KeepAsync(Amira, Draft("one"));
        var read = _drafts.Find(Amira)!;

        Assert.True(await _drafts.KeepAsync(Amira, read with { Typed = read.Typed.SetItem("account", "first tab") }));
        Assert.False(await _drafts.KeepAsync(Amira, read with { Typed = read.Typed.SetItem("account", "second tab") }));
        Assert.False(await _drafts.KeepAsync(Amira, Draft("begun anew")));

        Assert.Equal("first tab", _drafts.Find(Amira)!["account"]);
    }

    [Fact]
    public async Task What_nobody_changed_for_a_day_is_gone_and_leaves_no_trace()
    {
        await _drafts.KeepAsync(Amira, Draft("one"));
        var kept = new FileInfo(_folder.Data.Entries).FullName;
        _clock.Now += EntryDrafts.Kept - TimeSpan.FromMilliseconds(1);
        Assert.NotNull(_drafts.Find(Amira));
        Assert.False(await _drafts.DeleteDueAsync());

        _clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Null(_drafts.Find(Amira));
        Assert.True(await _drafts.DeleteDueAsync());

        Assert.DoesNotContain(Convert.ToHexString(Amira.ToByteArray(bigEndian: true)), Convert.ToHexString(await File.ReadAllBytesAsync(kept)), StringComparison.Ordinal);
        Assert.True(await _drafts.KeepAsync(Amira, Draft("another")));
    }

    [Fact]
    public async Task Forgets_the_report_that_was_sent_and_no_other()
    {
        var draft = Draft("one");
        await _drafts.KeepAsync(Amira, draft);

        await _drafts.ForgetAsync(Amira, Guid.NewGuid());
        Assert.NotNull(_drafts.Find(Amira));
        await _drafts.ForgetAsync(Amira, draft.Id);
        Assert.Null(_drafts.Find(Amira));
    }

    [Fact]
    public async Task Is_there_after_a_restart()
    {
        await _drafts.KeepAsync(Amira, Draft("Marmalade-zeppelin"));
        await _drafts.DisposeAsync();
        _drafts = EntryDrafts.Open(_folder.Data, new TestCodec(), _clock);

        Assert.Equal("Marmalade-zeppelin", _drafts.Find(Amira)!["account"]);
    }

    private static EntryDraft Draft(string account) => new()
    {
        Id = Guid.NewGuid(), StartedAt = Given.Sent, Typed = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("account", account),
    };
}
