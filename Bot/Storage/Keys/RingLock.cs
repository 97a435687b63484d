namespace ReportBot.Bot.Storage.Keys;

/// <summary>
/// Keeps a process from changing the ring while another one has it open: that one would go on wrapping with a key that is about to be dropped.
/// The system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class RingLock : IDisposable
{
    private const string InUse = "Another ReportBot has the keys open. Stop it first.";
    private const string Changing = "The keys are being changed just now. Try again when that is done.";

    private readonly string _path;
    private FileStream _held;
    private bool _isAlone;

    public RingLock(string path)
    {
        _path = path;
        if (!File.Exists(path))
            DurableFile.Create(path, FileMode.OpenOrCreate).Dispose();
        _held = Take(isAlone: false, Changing);
    }

    /// <summary>Takes the ring for this process alone, until it is closed; throws <see cref="IOException"/> while another one has it open.</summary>
    public void TakeAlone()
    {
        if (_isAlone)
            return;
        _held.Dispose();
        try
        {
            _held = Take(isAlone: true, InUse);
            _isAlone = true;
        }
        catch
        {
            Share();
            throw;
        }
    }

    /// <summary>Lets others open it again.</summary>
    public void Share()
    {
        _held.Dispose();
        _held = Take(isAlone: false, Changing);
        _isAlone = false;
    }

    public void Dispose() => _held.Dispose();

    private FileStream Take(bool isAlone, string refusal)
    {
        try
        {
            return isAlone
                ? new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
                : new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException cause) when (File.Exists(_path))
        {
            throw new IOException(refusal, cause);
        }
    }
}
