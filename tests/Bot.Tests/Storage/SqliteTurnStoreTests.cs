using System.Security.Cryptography;
using ReportBot.Bot.Conversations;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

public sealed class SqliteTurnStoreTests : TurnStoreContract, IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly OpenStore _first;
    private readonly OpenStore _second;

    public SqliteTurnStoreTests() => (_first, _second) = (new OpenStore(_folder.Data), new OpenStore(_folder.Data));

    protected override ITurnStore First => _first.Turns;

    protected override ITurnStore Second => _second.Turns;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_turn_moved_to_another_thread_does_not_open()
    {
        var (mine, other) = (NewThread(), NewThread());
        await First.TryInsertAsync(Turn(mine, 1), change: null, None);
        await First.TryInsertAsync(Turn(other, 1), change: null, None);
        Tamper("UPDATE turn SET body = (SELECT body FROM turn WHERE thread = $other) WHERE thread = $mine", mine, other);
        Tamper("UPDATE thread SET wrapped = (SELECT wrapped FROM thread WHERE id = $other) WHERE id = $mine", mine, other);

        var refused = await Record.ExceptionAsync(async () => await Second.LatestAsync(mine, None));

        Assert.IsAssignableFrom<CryptographicException>(refused);
    }

    [Fact]
    public async Task A_turn_moved_to_another_place_does_not_open()
    {
        var thread = NewThread();
        await First.TryInsertAsync(Turn(thread, 1), change: null, None);
        Tamper("UPDATE turn SET sequence = 2 WHERE thread = $mine", thread);

        var refused = await Record.ExceptionAsync(async () => await Second.LatestAsync(thread, None));

        Assert.IsAssignableFrom<CryptographicException>(refused);
    }

    [Fact]
    public async Task A_turn_with_one_byte_changed_does_not_open()
    {
        var thread = NewThread();
        await First.TryInsertAsync(Turn(thread, 1), change: null, None);
        Tamper("UPDATE turn SET body = CAST(substr(body, 1, 40) || x'00' || substr(body, 42) AS BLOB) WHERE thread = $mine", thread);

        var refused = await Record.ExceptionAsync(async () => await First.ReadAsync(thread, 0, None));

        Assert.IsAssignableFrom<CryptographicException>(refused);
    }

    [Fact]
    public async Task A_read_that_failed_leaves_the_store_working()
    {
        var (broken, whole) = (NewThread(), NewThread());
        await First.TryInsertAsync(Turn(broken, 1), change: null, None);
        await First.TryInsertAsync(Turn(whole, 1), change: null, None);
        Tamper("UPDATE turn SET body = x'00' WHERE thread = $mine", broken);

        Assert.NotNull(await Record.ExceptionAsync(async () => await First.LatestAsync(broken, None)));

        AssertSame(Turn(whole, 1), (await First.LatestAsync(whole, None))?.Latest);
        Assert.Equal(2, await First.DeleteUnsentAsync(Friday.AddDays(7), None));
    }

    private void Tamper(string sql, string mine, string? other = null)
    {
        using var connection = _folder.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$mine", mine);
        if (other is not null)
            command.Parameters.AddWithValue("$other", other);
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
