using System.IO.Compression;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>A line of a data file under its heading.</summary>
/// <param name="Heading">The words in the square brackets above it.</param>
/// <param name="Text">The line, without its comment.</param>
internal readonly record struct DataLine(string Heading, string Text);

/// <summary>Reads the data files built into this assembly: headings in square brackets, entries below, comments after a hash.</summary>
internal static class DataFile
{
    /// <summary>Every entry of every file in a folder of the recognition data, in the order of the files' names.</summary>
    public static IEnumerable<DataLine> Folder(string folder)
    {
        var prefix = $"Recognition/{folder}/";
        var names = typeof(DataFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal));
        return names.Order(StringComparer.Ordinal).SelectMany(name => Entries(Text(name)));
    }

    /// <summary>Every entry of one file.</summary>
    public static IEnumerable<DataLine> File(string folder, string file) => Entries(Text($"Recognition/{folder}/{file}"));

    /// <summary>The entries of a text in the format of the data files.</summary>
    public static IEnumerable<DataLine> Entries(string text)
    {
        var heading = "";
        foreach (var line in text.Split('\n'))
        {
            var entry = line.Split('#')[0].Trim();
            if (entry.StartsWith('['))
                heading = entry.Trim('[', ']', ' ');
            else if (entry.Length > 0)
                yield return new DataLine(heading, entry);
        }
    }

    /// <summary>The bytes that <see cref="Pack"/> packed into a file.</summary>
    public static byte[] Unpack(string folder, string file)
    {
        using var stream = Open($"Recognition/{folder}/{file}");
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Packs bytes as small as they get (Brotli, RFC 7932).</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.SmallestSize))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
}
