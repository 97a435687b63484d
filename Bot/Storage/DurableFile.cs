using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ReportBot.Bot.Storage;

/// <summary>Files and renames that survive a crash: content is flushed first, then the folder that names it.</summary>
internal static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces a file as one step: a crash leaves the old content or the new, never a part of either.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var draft = $"{path}.new";
        using (var stream = Create(draft, FileMode.Create))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        Rename(draft, path);
    }

    /// <summary>Opens a file for writing that only the service's account can read.</summary>
    public static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Gives a flushed file its final name and makes the name durable.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(to)!); // A file's full path always has a folder.
    }

    /// <summary>Makes the names in a folder durable. Windows keeps them in its journal and needs nothing.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(Encoding.UTF8.GetBytes($"{folder}\0"), flags: 0);
        if (descriptor < 0)
            throw new IOException($"The folder could not be opened to flush it (error {Marshal.GetLastPInvokeError()}).");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    // The runtime has no way to open a folder, and only an open folder can be flushed.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
