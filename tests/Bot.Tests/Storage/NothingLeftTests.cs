using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Bot.Tests.Storage.Evidence;
using static ReportBot.Bot.Tests.Storage.Turns;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>Looks through every byte of the data folder for words that were told.</summary>
public sealed class NothingLeftTests : IDisposable
{
    private const string Marker = "zebra-lighthouse-marmalade";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_word_is_in_the_folder_in_clear_while_the_service_runs_or_after()
    {
        await using (var store = new OpenStore(_folder.Data))
        {
            await GivenAConversation(store, NewThread());
            AssertNotFound(Forms(Marker));
        }

        AssertNotFound(Forms(Marker));
    }

    [Fact]
    public async Task Neither_word_nor_key_nor_file_of_a_thread_that_died_is_left()
    {
        await using var store = new OpenStore(_folder.Data);
        var (thread, other) = (NewThread(), NewThread());
        await GivenAConversation(store, thread);
        await store.Turns.TryInsertAsync(Turn(other, 1, at: Friday.AddDays(8)), change: null, None);
        var secrets = Secrets(thread);
        Assert.All(secrets, secret => Assert.NotEmpty(Found([secret])));

        await store.Turns.DeleteUnsentAsync(Friday.AddDays(7), None);

        AssertNotFound([.. secrets, .. Forms(Marker), Encoding.UTF8.GetBytes(thread)]);
        Assert.Empty(Directory.GetFiles(_folder.Data.Evidence, "*", SearchOption.AllDirectories));
        AssertSame(Turn(other, 1, at: Friday.AddDays(8)), (await store.Turns.LatestAsync(other, None))?.Latest);
    }

    [Fact]
    public async Task Neither_key_nor_name_of_an_original_is_left_when_only_the_copy_is_kept()
    {
        await using var store = new OpenStore(_folder.Data);
        var thread = NewThread();
        var file = await GivenAConversation(store, thread);
        var original = Blobs("SELECT original FROM evidence").Concat(Blobs("SELECT details FROM evidence")).ToList();
        Assert.All(original, secret => Assert.NotEmpty(Found([secret])));

        await store.Evidence.KeepOnlyCopyAsync(thread, file.Id, None);

        AssertNotFound(original);
    }

    private static async Task<EvidenceFile> GivenAConversation(OpenStore store, string thread)
    {
        for (var sequence = 1; sequence <= 40; sequence++)
            await store.Turns.TryInsertAsync(Turn(thread, sequence, Marker), new ThreadChange { ReturnCodeHash = RandomNumberGenerator.GetBytes(32) }, None);
        var photo = Photos.Jpeg.Bytes.Concat(Encoding.UTF8.GetBytes(Marker)).ToArray();
        return Assert.IsType<EvidenceSaved>(await store.Evidence.SaveAsync(thread, $"{Marker}.jpg", new MemoryStream(photo), None)).File;
    }

    /// <summary>What is stored of a thread, byte for byte: its wrapped keys, its return code's hash and its encrypted words.</summary>
    private List<byte[]> Secrets(string thread) =>
    [
        .. Blobs($"SELECT wrapped FROM thread WHERE id = '{thread}'"),
        .. Blobs($"SELECT return_code FROM thread WHERE id = '{thread}'"),
        .. Blobs($"SELECT substr(body, 1, 200) FROM turn WHERE thread = '{thread}'"),
        .. Blobs($"SELECT original FROM evidence WHERE thread = '{thread}'"),
        .. Blobs($"SELECT copy FROM evidence WHERE thread = '{thread}'"),
        .. Blobs($"SELECT details FROM evidence WHERE thread = '{thread}'"),
    ];

    private List<byte[]> Blobs(string sql)
    {
        using var connection = _folder.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var blobs = new List<byte[]>();
        while (rows.Read())
            blobs.Add(rows.GetFieldValue<byte[]>(0));
        Assert.NotEmpty(blobs);
        return blobs;
    }

    private static List<byte[]> Forms(string words)
    {
        var utf8 = Encoding.UTF8.GetBytes(words);
        // Base64 of words depends on where in a group of three they start.
        var base64 = Enumerable.Range(0, 3).Select(skipped => Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8[skipped..])[..24]));
        return [utf8, Encoding.Unicode.GetBytes(words), Encoding.BigEndianUnicode.GetBytes(words), .. base64];
    }

    private void AssertNotFound(IReadOnlyList<byte[]> secrets) => Assert.Empty(Found(secrets));

    private List<string> Found(IReadOnlyList<byte[]> secrets) =>
    [
        .. from file in Directory.GetFiles(_folder.Data.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
           let bytes = Read(file)
           where secrets.Any(secret => bytes.AsSpan().IndexOf(secret) >= 0) || Inflated(bytes).Any(inner => secrets.Any(secret => inner.AsSpan().IndexOf(secret) >= 0))
           select Path.GetFileName(file),
    ];

    // The database is open while it is looked through.
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whatever starts like gzip or zlib and inflates.</summary>
    private static IEnumerable<byte[]> Inflated(byte[] bytes)
    {
        for (var at = 0; at + 2 < bytes.Length; at++)
        {
            var isGzip = bytes[at] == 0x1F && bytes[at + 1] == 0x8B;
            var isZlib = bytes[at] == 0x78 && bytes[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA;
            if ((isGzip || isZlib) && Inflate(bytes.AsMemory(at), isGzip) is { Length: > 0 } inner)
                yield return inner;
        }
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> bytes, bool isGzip)
    {
        var inner = new MemoryStream();
        try
        {
            using var source = new MemoryStream(bytes.ToArray());
            using Stream inflating = isGzip ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
            inflating.CopyTo(inner);
        }
        catch (InvalidDataException)
        {
            // It only looked like it; what came out before counts.
        }

        return inner.ToArray();
    }
}
