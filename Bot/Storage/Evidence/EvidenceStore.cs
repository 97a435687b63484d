using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Storage.Sqlite;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>
/// The files people send: the original, encrypted and restricted, and a copy without metadata, which is what is shown. A full disk throws
/// <see cref="IOException"/> and has stored nothing; a stored file that was changed throws <see cref="CryptographicException"/>.
/// </summary>
public sealed class EvidenceStore
{
    private readonly ConversationDatabase _database;
    private readonly IDocumentCodec _codec;
    private readonly EvidenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly EvidenceIntake _intake;

    /// <summary>Files beside an open database.</summary>
    public EvidenceStore(ConversationDatabase database, IDocumentCodec codec, IOptions<EvidenceOptions> options, TimeProvider clock, ILogger<EvidenceStore> logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        (_database, _codec, _options, _clock) = (database, codec, options.Value, clock);
        _intake = new EvidenceIntake(database.Evidence, codec, _options.MaxBytes, logger);
    }

    /// <summary>Stores a file as it arrives, and its copy; when <see cref="EvidenceSaved"/> is answered both are durable.</summary>
    public async Task<EvidenceResult> SaveAsync(string thread, string name, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (EvidenceRow.List(_database.Readers, thread).Count >= _options.MaxFiles)
            return new EvidenceRefused(EvidenceRefusal.TooMany);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(EvidenceFile.IdLength / 2));
        var isSaved = false;
        try
        {
            var result = await TakeAsync(id, thread, name, content, cancellationToken);
            isSaved = result is EvidenceSaved;
            return result;
        }
        finally
        {
            if (!isSaved)
                _database.Evidence.Delete(id);
        }
    }

    /// <summary>The files of a thread, oldest first.</summary>
    public ValueTask<IReadOnlyList<EvidenceFile>> ListAsync(string thread, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(EvidenceRow.List(_database.Readers, thread).ConvertAll(row => row.Open(_codec)));
    }

    /// <summary>One file of a thread; null when it has no such file.</summary>
    public ValueTask<EvidenceFile?> FindAsync(string thread, string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(EvidenceRow.Find(_database.Readers, thread, id)?.Open(_codec));
    }

    /// <summary>The copy without metadata, from any place in it; null when there is none.</summary>
    public ValueTask<Stream?> OpenCopyAsync(string thread, string id, CancellationToken cancellationToken) =>
        Open(EvidenceFolder.Copy, thread, id, row => row.Copy, cancellationToken);

    /// <summary>The original, for those who may see it; null when there is none or only the copy is kept.</summary>
    public ValueTask<Stream?> OpenOriginalAsync(string thread, string id, CancellationToken cancellationToken) =>
        Open(EvidenceFolder.Original, thread, id, row => row.Original, cancellationToken);

    /// <summary>
    /// Deletes the original with its key, hash and name for good, so that only the copy is left. False when there is no such file, or no copy of it.
    /// </summary>
    public async Task<bool> KeepOnlyCopyAsync(string thread, string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (EvidenceRow.Find(_database.Readers, thread, id) is not { Copy: { } wrapped } row)
            return false;
        if (row.Original is not null)
        {
            using var key = _codec.OpenKey(wrapped);
            var file = row.Open(_codec);
            var left = file with { OriginalHash = null, Name = EvidenceName.Plain(file.Kind, file.Extension) };
            if (!await _database.Writer.Write(new ForgetOriginal(row, EvidenceRow.Of(left, original: null, key, row.Version + 1))))
                return await KeepOnlyCopyAsync(thread, id, cancellationToken);
        }

        _database.Evidence.Delete(id, EvidenceFolder.Original);
        await EmptyLogAsync();
        return true;
    }

    /// <summary>Deletes one file of a thread; false when it has no such file.</summary>
    public async Task<bool> DeleteAsync(string thread, string id, CancellationToken cancellationToken) =>
        await DeleteAsync(new DeleteEvidence(thread, id), cancellationToken) > 0;

    /// <summary>Deletes every file of a thread; answers how many there were.</summary>
    public Task<int> DeleteOfAsync(string thread, CancellationToken cancellationToken) =>
        DeleteAsync(new DeleteEvidence(thread, id: null), cancellationToken);

    /// <summary>
    /// Deletes the files received before a moment that nothing refers to: those of a turn that never came, and what a crash left in the folder.
    /// Answers how many.
    /// </summary>
    public async Task<int> SweepAsync(DateTimeOffset receivedBefore, Func<EvidenceFile, CancellationToken, ValueTask<bool>> isReferenced, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isReferenced);
        var swept = 0;
        foreach (var row in EvidenceRow.ListBefore(_database.Readers, receivedBefore))
            if (!await isReferenced(row.Open(_codec), cancellationToken) && await DeleteAsync(row.Thread, row.Id, cancellationToken))
                swept++;
        foreach (var id in _database.Evidence.IdsBefore(receivedBefore).Where(id => !EvidenceRow.Exists(_database.Readers, id)).ToList())
        {
            _database.Evidence.Delete(id);
            swept++;
        }

        return swept;
    }

    private async Task<EvidenceResult> TakeAsync(string id, string thread, string name, Stream content, CancellationToken cancellationToken)
    {
        using var key = _codec.NewKey();
        using var copyKey = _codec.NewKey();
        var received = await _intake.ReceiveAsync(id, content, key, cancellationToken);
        if (received is not { Format: { } format, Hash: { } hash })
            return new EvidenceRefused(received.Refusal ?? EvidenceRefusal.NotAKindWeTake);
        var copyHash = await _intake.CopyAsync(id, format, key, copyKey, cancellationToken);
        var file = new EvidenceFile
        {
            Id = id,
            Thread = thread,
            At = _clock.GetUtcNow(),
            Name = EvidenceName.From(name, format),
            Kind = format.Kind,
            MediaType = format.MediaType,
            Extension = format.Extension,
            Size = received.Size,
            OriginalHash = Convert.ToHexStringLower(hash),
            CopyHash = copyHash is null ? null : Convert.ToHexStringLower(copyHash),
        };
        _database.Evidence.Finish(id, EvidenceFolder.Original);
        if (copyHash is not null)
            _database.Evidence.Finish(id, EvidenceFolder.Copy);
        // From here on the caller cannot give up: the row makes the files count.
        await _database.Writer.Write(new InsertEvidence(EvidenceRow.Of(file, key, copyHash is null ? null : copyKey, version: 0)));
        return new EvidenceSaved(file);
    }

    private ValueTask<Stream?> Open(string part, string thread, string id, Func<EvidenceRow, byte[]?> keyOf, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wrapped = EvidenceRow.Find(_database.Readers, thread, id) is { } row ? keyOf(row) : null;
        return new(wrapped is null ? null : new SealedFileReader(_database.Evidence.PathOf(id, part), part, id, _codec.OpenKey(wrapped)));
    }

    private async Task<int> DeleteAsync(DeleteEvidence delete, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ids = await _database.Writer.Write(delete);
        foreach (var id in ids)
            _database.Evidence.Delete(id);
        if (ids.Count > 0)
            await EmptyLogAsync();
        return ids.Count;
    }

    // While another process reads the log it cannot be emptied; then the next expiry does it.
    private async Task EmptyLogAsync() => await _database.Writer.Write(new TruncateLog());
}
