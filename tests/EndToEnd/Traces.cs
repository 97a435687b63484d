using System.IO.Compression;
using System.Text;

namespace ReportBot.EndToEnd;

/// <summary>Looks for words in files: as UTF-8, as UTF-16, in base64 whatever it is aligned to, and inside anything that inflates.</summary>
internal static class Traces
{
    private const int MostInflated = 32 * 1024 * 1024;

    /// <summary>Which words are where, in any case of letters.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> words, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var word in words)
                if (Holds(bytes, word) || Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase))
                    yield return $"{word} in {Path.GetFileName(file)}";
            foreach (var inflated in Inflated(bytes))
                foreach (var word in words)
                    if (Holds(inflated, word))
                        yield return $"{word} inflated from {Path.GetFileName(file)}";
        }
    }

    /// <summary>Writes a word in every guise that is looked for, a file each.</summary>
    public static void WriteEveryGuise(string word, string folder)
    {
        var plain = Encoding.UTF8.GetBytes($"some text with {word} in it");
        Write("utf8", plain);
        Write("capitals", Encoding.UTF8.GetBytes(word.ToUpperInvariant()));
        Write("utf16", [1, .. Encoding.Unicode.GetBytes(word)]);
        for (var shift = 0; shift < 3; shift++)
            Write($"base64-{shift}", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(word), 1])));
        Write("zlib", [7, 7, .. Packed(stream => new ZLibStream(stream, CompressionLevel.Optimal))]);
        Write("gzip", [7, .. Packed(stream => new GZipStream(stream, CompressionLevel.Optimal))]);
        Write("brotli", Packed(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
        Write("deflate", Packed(stream => new DeflateStream(stream, CompressionLevel.Optimal)));

        void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);

        byte[] Packed(Func<Stream, Stream> pack)
        {
            using var packed = new MemoryStream();
            using (var stream = pack(packed))
                stream.Write(plain);
            return packed.ToArray();
        }
    }

    private static bool Holds(byte[] bytes, string word)
    {
        var lower = Lower(bytes);
        if (Contains(lower, Encoding.UTF8.GetBytes(word)) || Contains(lower, Encoding.Unicode.GetBytes(word)))
            return true;
        return new[] { word, char.ToUpperInvariant(word[0]) + word[1..] }.SelectMany(Base64Cores).Any(core => Contains(bytes, core));
    }

    // The part of the base64 text that does not depend on what stands before and after, for each of the three alignments.
    private static IEnumerable<byte[]> Base64Cores(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        for (var shift = 0; shift < 3; shift++)
        {
            var coded = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var from = shift == 0 ? 0 : shift + 1;
            var whole = (shift + bytes.Length) / 3 * 4;
            yield return Encoding.ASCII.GetBytes(coded[from..whole]);
        }
    }

    private static IEnumerable<byte[]> Inflated(byte[] bytes)
    {
        for (var at = 0; at + 2 < bytes.Length; at++)
        {
            var (first, second) = (bytes[at], bytes[at + 1]);
            if (first == 0x78 && second is 0x01 or 0x5E or 0x9C or 0xDA && TryInflate(stream => new ZLibStream(stream, CompressionMode.Decompress), bytes, at) is { } zlib)
                yield return zlib;
            if (first == 0x1F && second == 0x8B && bytes[at + 2] == 8 && TryInflate(stream => new GZipStream(stream, CompressionMode.Decompress), bytes, at) is { } gzip)
                yield return gzip;
        }

        if (TryInflate(stream => new DeflateStream(stream, CompressionMode.Decompress), bytes, 0) is { } deflated)
            yield return deflated;
        if (TryInflate(stream => new BrotliStream(stream, CompressionMode.Decompress), bytes, 0) is { } unbrotlied)
            yield return unbrotlied;
    }

    /// <summary>What comes out before the data ends or turns out to be something else; null when nothing does.</summary>
    private static byte[]? TryInflate(Func<Stream, Stream> open, byte[] bytes, int at)
    {
        using var result = new MemoryStream();
        try
        {
            using var inflating = open(new MemoryStream(bytes, at, bytes.Length - at));
            var buffer = new byte[8192];
            for (int read; result.Length < MostInflated && (read = inflating.Read(buffer)) > 0;)
                result.Write(buffer, 0, read);
        }
        catch (Exception other) when (other is InvalidDataException or InvalidOperationException or IOException)
        {
            // Not packed data, or only its beginning was: what came out so far is looked at all the same.
        }

        return result.Length == 0 ? null : result.ToArray();
    }

    private static byte[] Lower(byte[] bytes)
    {
        var lower = new byte[bytes.Length];
        for (var at = 0; at < bytes.Length; at++)
            lower[at] = bytes[at] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[at] | 0x20) : bytes[at];
        return lower;
    }

    private static bool Contains(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;
}
