using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Commands;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Equality;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Storage.Evidence;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

public sealed class KeyRotationTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _said = new();

    private Terminal Terminal => new(TextReader.Null, _said, _said, _folder.Data.Path);

    public void Dispose()
    {
        _said.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_opens_after_a_rotation_and_nothing_needs_the_old_key()
    {
        var kept = await GivenSomethingInEveryRoom();

        Assert.Equal(0, await Rotate());

        Assert.Contains("Key 2 is in use.", _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(KeysWrappedBy(1));
        await AssertOpens(kept);
    }

    [Fact]
    public async Task A_second_rotation_works_as_the_first()
    {
        var kept = await GivenSomethingInEveryRoom();

        await Rotate();
        await Rotate();

        Assert.Empty(KeysWrappedBy(2));
        await AssertOpens(kept);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_rotation_cut_off_loses_nothing_and_is_finished_by_the_next(int after)
    {
        var kept = await GivenSomethingInEveryRoom();
        await CutOff(after);
        await AssertOpens(kept);

        Assert.Equal(0, await Rotate());

        Assert.Contains("Key 2 is in use.", _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(KeysWrappedBy(1));
        await AssertOpens(kept);
    }

    [Fact]
    public async Task The_old_key_stays_while_a_round_still_finds_something()
    {
        using var ring = FileKeyRing.Open(_folder.Data, TimeProvider.System);
        var late = new LateKeeper();

        var rotated = await new KeyRotation(ring, [late]).RunAsync(None);

        Assert.Equal((2, 3, 2), (rotated.RingKey, late.Rounds, rotated.Rewrapped));
        Assert.Equal([2, 2, 2], late.KeysInRing);
        Assert.Equal([2], ring.Ids);
    }

    [Fact]
    public async Task A_folder_in_use_is_not_rotated()
    {
        await using var running = Start();
        running.Services.GetRequiredService<ITurnStore>();

        var outcome = await Record.ExceptionAsync(Rotate);

        Assert.True(outcome is IOException || _said.ToString().Contains("Stop it first", StringComparison.Ordinal));
        Assert.Equal([1], running.Services.GetRequiredService<IKeyRing>().Ids);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        var missing = Path.Combine(_folder.Data.Path, "missing");

        Assert.Equal(1, await CommandLine.RunAsync(["keys", "rotate", "--data", missing], Terminal, None));
        Assert.False(Directory.Exists(missing));
    }

    private async Task<Kept> GivenSomethingInEveryRoom()
    {
        await using var service = Start();
        var thread = NewThread();
        await service.Services.GetRequiredService<ITurnStore>().TryInsertAsync(Turn(thread, 1), change: null, None);
        var evidence = service.Services.GetRequiredService<EvidenceStore>();
        var file = Assert.IsType<EvidenceSaved>(await evidence.SaveAsync(thread, "photo.jpg", new MemoryStream(Photos.Jpeg.Bytes), None)).File;
        var received = Given.Case(Given.Report());
        await service.Services.GetRequiredService<ICaseStore>().TryAddAsync(received, Given.Audit(received), None);
        await service.Services.GetRequiredService<EqualityStore>().AddAsync([KeyValuePair.Create("age", "18-24")]);
        await service.Services.GetRequiredService<EntryDrafts>().KeepAsync(Given.Amira.Id, new EntryDraft { Id = received.Id, StartedAt = Given.Sent });
        await using var scope = service.Services.CreateAsyncScope();
        var member = new StaffMember { Id = Guid.NewGuid(), Name = "Amira Khan", CreatedAt = Given.Sent };
        Assert.True((await scope.ServiceProvider.GetRequiredService<StaffStore>().CreateAsync(member, None)).Succeeded);
        var cookie = service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a cookie");
        return new Kept(thread, file, received.Id, member.Id, cookie);
    }

    private async Task AssertOpens(Kept kept)
    {
        await using var service = Start();
        AssertSame(Turn(kept.Thread, 1), (await service.Services.GetRequiredService<ITurnStore>().LatestAsync(kept.Thread, None))?.Latest);
        var evidence = service.Services.GetRequiredService<EvidenceStore>();
        Assert.Equal(kept.File, await evidence.FindAsync(kept.Thread, kept.File.Id, None));
        await using var original = await evidence.OpenOriginalAsync(kept.Thread, kept.File.Id, None);
        await using var copy = await evidence.OpenCopyAsync(kept.Thread, kept.File.Id, None);
        Assert.Equal(kept.File.Size, original?.Length);
        Assert.NotNull(copy);
        Assert.NotNull(await service.Services.GetRequiredService<ICaseStore>().FindAsync(kept.Case, None));
        Assert.Equal(1, Assert.Single(service.Services.GetRequiredService<EqualityStore>().Read()).Totals.Forms);
        Assert.Equal(kept.Case, service.Services.GetRequiredService<EntryDrafts>().Find(Given.Amira.Id)?.Id);
        await using var scope = service.Services.CreateAsyncScope();
        Assert.Equal("Amira Khan", (await scope.ServiceProvider.GetRequiredService<StaffStore>().FindAsync(kept.Staff, None))?.Name);
        Assert.Equal("a cookie", service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(kept.Cookie));
    }

    /// <summary>A rotation whose keepers are cut off after the first few.</summary>
    private async Task CutOff(int after)
    {
        await using var service = Start();
        var keepers = service.Services.GetServices<IRewrappable>().Take(after).Append(new Broken());
        var rotation = new KeyRotation(service.Services.GetRequiredService<IKeyRing>(), keepers);
        Assert.IsType<IOException>(await Record.ExceptionAsync(() => rotation.RunAsync(None)));
    }

    private Task<int> Rotate() => CommandLine.RunAsync(["keys", "rotate", "--data", _folder.Data.Path], Terminal, None);

    private WebApplication Start() => Service.Build(new ServiceArguments { Data = _folder.Data.Path, Quiet = true }, Terminal);

    /// <summary>Every place of the folder, known to rotation or not, that holds a data key wrapped by this ring key.</summary>
    private List<string> KeysWrappedBy(int ringKey)
    {
        var found = new List<string>();
        foreach (var database in new[] { _folder.Data.Conversations, _folder.Data.Cases, _folder.Data.Equality, _folder.Data.Entries })
        {
            using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
            connection.Open();
            foreach (var (table, column) in Columns(connection))
                if (Count(connection, table, column, WrappedKey.Header(ringKey)) > 0)
                    found.Add($"{table}.{column}");
        }

        found.AddRange(Directory.GetFiles(_folder.Data.Keys, "*.xml", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("sealed").Any(part => WrappedKey.RingKeyOf(Convert.FromBase64String(part.Element("key")!.Value)) == ringKey)));
        return found;
    }

    private static List<(string Table, string Column)> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'";
        using var rows = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (rows.Read())
            columns.Add((rows.GetString(0), rows.GetString(1)));
        return columns;
    }

    private static long Count(SqliteConnection connection, string table, string column, byte[] header)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{table}\" WHERE typeof(\"{column}\") = 'blob' AND length(\"{column}\") = {WrappedKey.Size} AND substr(\"{column}\", 1, {header.Length}) = $header";
        command.Parameters.AddWithValue("$header", header);
        return (long)command.ExecuteScalar()!; // A count is always there.
    }

    private sealed record Kept(string Thread, EvidenceFile File, Guid Case, Guid Staff, string Cookie);

    private sealed class Broken : IRewrappable
    {
        public Task<int> RewrapAsync(IKeyRing ring, CancellationToken cancellationToken) => throw new IOException("The disk is gone.");
    }

    /// <summary>Finds something in the first two rounds.</summary>
    private sealed class LateKeeper : IRewrappable
    {
        public int Rounds { get; private set; }

        public List<int> KeysInRing { get; } = [];

        public Task<int> RewrapAsync(IKeyRing ring, CancellationToken cancellationToken)
        {
            KeysInRing.Add(ring.Ids.Count);
            return Task.FromResult(++Rounds < 3 ? 1 : 0);
        }
    }
}
