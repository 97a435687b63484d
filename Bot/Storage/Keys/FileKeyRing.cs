using System.Security.Cryptography;

namespace ReportBot.Bot.Storage.Keys;

/// <summary>The key ring in a file of the data folder that only the service's account can read. Whoever has the file and the databases can read everything.</summary>
public sealed class FileKeyRing : IKeyRing, IDisposable
{
    private readonly string _path;
    private readonly RingLock _lock;
    private readonly TimeProvider _clock;
    private readonly byte[] _search = new byte[KeyRingDocument.KeySize];
    private readonly Lock _masters = new();
    private SortedDictionary<int, AesGcm> _keys = [];

    private FileKeyRing(string path, RingLock held, TimeProvider clock, KeyRingDocument document)
    {
        (_path, _lock, _clock) = (path, held, clock);
        document.Search.CopyTo(_search, 0);
        Take(document);
    }

    /// <inheritdoc />
    public int Current { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<int> Ids
    {
        get
        {
            lock (_masters)
                return [.. _keys.Keys];
        }
    }

    /// <summary>
    /// Opens the ring, and makes it on first start. Throws <see cref="InvalidDataException"/> when its file is damaged, or is gone while
    /// there is stored data that a new ring could never open; <see cref="IOException"/> while another process changes it.
    /// </summary>
    public static FileKeyRing Open(DataFolder folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var path = Path.Combine(folder.Keys, "ring.json");
        var held = new RingLock(Path.Combine(folder.Keys, "ring.lock"));
        try
        {
            if (!File.Exists(path))
                MakeFirst(path, held, folder, clock);
            using var file = new KeyRingFile(path);
            return new FileKeyRing(path, held, clock, file.Document);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Wrap(ReadOnlySpan<byte> dataKey, Span<byte> wrapped)
    {
        lock (_masters)
            WrappedKey.Seal(_keys[Current], Current, dataKey, wrapped);
    }

    /// <inheritdoc />
    public void Unwrap(ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        var id = WrappedKey.RingKeyOf(wrapped);
        lock (_masters)
        {
            if (!_keys.TryGetValue(id, out var master))
                throw new CryptographicException($"The ring has no key {id}, which wrapped this data key.");
            WrappedKey.Open(master, wrapped, dataKey);
        }
    }

    /// <inheritdoc />
    public void Hash(ReadOnlySpan<byte> text, Span<byte> hash) => HMACSHA256.HashData(_search, text, hash);

    /// <inheritdoc />
    public Task<int> AddAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(ring => ring.WithNewKey(_clock.GetUtcNow()));
        return Task.FromResult(Current);
    }

    /// <inheritdoc />
    public Task DropOldAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(ring => ring.WithCurrentOnly());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_search);
        lock (_masters)
            foreach (var key in _keys.Values)
                key.Dispose();
        _lock.Dispose();
    }

    private static void MakeFirst(string path, RingLock held, DataFolder folder, TimeProvider clock)
    {
        held.TakeAlone();
        if (!File.Exists(path))
            Save(path, First(folder, clock)).Clear();
        held.Share();
    }

    private static KeyRingDocument First(DataFolder folder, TimeProvider clock) => File.Exists(folder.Conversations) || File.Exists(folder.Cases)
        ? throw new InvalidDataException($"The keys in {folder.Keys} are gone, and what is stored cannot be read without them. Put them back from a backup.")
        : KeyRingDocument.New(clock.GetUtcNow());

    private static KeyRingDocument Save(string path, KeyRingDocument ring)
    {
        var json = ring.ToJson();
        DurableFile.Replace(path, json);
        CryptographicOperations.ZeroMemory(json);
        return ring;
    }

    private void Change(Func<KeyRingDocument, KeyRingDocument> change)
    {
        _lock.TakeAlone();
        using var file = new KeyRingFile(_path);
        var changed = change(file.Document);
        Take(Save(_path, changed));
        changed.Clear();
    }

    private void Take(KeyRingDocument ring)
    {
        lock (_masters)
        {
            var before = _keys;
            _keys = new(ring.Keys.ToDictionary(key => key.Id, key => new AesGcm(key.Key, AesGcm.TagByteSizes.MaxSize)));
            Current = ring.Current;
            foreach (var key in before.Values)
                key.Dispose();
        }
    }
}
