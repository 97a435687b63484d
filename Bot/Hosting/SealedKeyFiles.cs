using System.Text;
using System.Xml.Linq;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Hosting;

/// <summary>The key files that <see cref="SealedXml"/> sealed, for rotation.</summary>
internal sealed class SealedKeyFiles(DataFolder folder) : IRewrappable
{
    public Task<int> RewrapAsync(IKeyRing ring, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Keys, SealedKeys.Folder);
        var rewrapped = 0;
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path, "*.xml") : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            rewrapped += Rewrap(file, ring);
        }

        return Task.FromResult(rewrapped);
    }

    private static int Rewrap(string file, IKeyRing ring)
    {
        var document = XDocument.Load(file, LoadOptions.PreserveWhitespace);
        var rewrapped = 0;
        foreach (var key in document.Descendants("sealed").Elements("key"))
            if (WrappedKey.Rewrap(ring, Convert.FromBase64String(key.Value)) is { } wrapped)
            {
                key.Value = Convert.ToBase64String(wrapped);
                rewrapped++;
            }

        if (rewrapped > 0)
            DurableFile.Replace(file, Encoding.UTF8.GetBytes($"{document.Declaration}{document.ToString(SaveOptions.DisableFormatting)}"));
        return rewrapped;
    }
}
