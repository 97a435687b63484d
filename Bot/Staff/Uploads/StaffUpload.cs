using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Staff.Uploads;

/// <summary>The fields of a form with files. Each is taken once, so that what stands first holds.</summary>
public sealed class UploadFields : IFormFields
{
    private const int Most = 40;

    private readonly Dictionary<string, string> _all = new(StringComparer.Ordinal);

    /// <summary>What was filled in; null when nothing was.</summary>
    public string? this[string name] => _all.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <inheritdoc />
    public void Add(string name, string value)
    {
        if (_all.Count < Most)
            _all.TryAdd(name, value.ReplaceLineEndings("\n"));
    }
}

/// <summary>A form with files that a member of staff sent, read up to its first file. The gate it goes through is left by disposing it.</summary>
public sealed class StaffUpload : IDisposable
{
    private readonly FileIntake _intake;
    private readonly EvidenceStore _store;
    private readonly ThreadGates _gates;
    private readonly IncomingForm _form;
    private readonly IncomingFile? _first;
    private readonly bool _isTooLong;
    private IDisposable? _pass;

    internal StaffUpload(FileIntake intake, EvidenceStore store, ThreadGates gates, UploadFields fields, (IncomingForm Form, IncomingFile? First, bool IsTooLong) read) =>
        (_intake, _store, _gates, Fields, _form, _first, _isTooLong) = (intake, store, gates, fields, read.Form, read.First, read.IsTooLong);

    /// <summary>The fields that stand before the files.</summary>
    public UploadFields Fields { get; }

    /// <summary>Waits until no other form works on the same files: one that was sent twice is worked on one after the other.</summary>
    public async Task EnterAsync(string thread, CancellationToken cancellationToken) => _pass ??= await _gates.EnterAsync(thread, cancellationToken);

    /// <summary>
    /// Takes the files into a thread. One that is there already, byte for byte, stays there once. Throws <see cref="IOException"/> when one could not be
    /// stored; those before it are.
    /// </summary>
    public async Task<FilesTaken> TakeAsync(string thread, CancellationToken cancellationToken)
    {
        if (_isTooLong)
            return new FilesTaken([], [new RefusedFile("", ChatProblem.FileTooLarge)]);
        var before = (await _store.ListAsync(thread, cancellationToken)).Select(file => file.OriginalHash).ToHashSet(StringComparer.Ordinal);
        var taken = await _intake.TakeAsync(_form, _first, thread, cancellationToken);
        foreach (var file in taken.Kept.Where(file => !before.Add(file.OriginalHash)))
            await _store.DeleteAsync(thread, file.Id, cancellationToken);
        return taken;
    }

    /// <inheritdoc />
    public void Dispose() => _pass?.Dispose();
}
