using System.Security.Cryptography;

namespace ReportBot.Bot.Storage.Keys;

/// <summary>The ring's file while it is read: its keys are overwritten in memory afterwards.</summary>
internal sealed class KeyRingFile : IDisposable
{
    public KeyRingFile(string path)
    {
        var json = File.ReadAllBytes(path);
        var document = KeyRingDocument.Read(json);
        CryptographicOperations.ZeroMemory(json);
        Document = document ?? throw new InvalidDataException($"The key file {path} is damaged. Put it back from a backup.");
    }

    public KeyRingDocument Document { get; }

    public void Dispose() => Document.Clear();
}
