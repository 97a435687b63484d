using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ReportBot.Knowledge;

/// <summary>A data file that came with the program is missing, is not what it should be, or contradicts itself.</summary>
/// <param name="file">The file's path inside the project, such as <c>Services/services.json</c>.</param>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="inner">What was thrown while reading it, if anything was.</param>
public sealed class KnowledgeDataException(string file, string problem, Exception? inner = null)
    : Exception($"{file}: {problem}", inner)
{
    /// <summary>The file's path inside the project.</summary>
    public string File { get; } = file;
}

/// <summary>Reads the data files that are part of this assembly.</summary>
internal static class EmbeddedData
{
    /// <summary>Reads one file; throws <see cref="KnowledgeDataException"/> when it is missing or cannot be read as that type.</summary>
    public static T Read<T>(string file, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(file)
            ?? throw new KnowledgeDataException(file, "It is not embedded in the assembly.");
        return Read(file, stream, type);
    }

    /// <summary>The text of one file; throws <see cref="KnowledgeDataException"/> when it is missing.</summary>
    public static string Text(string file)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(file)
            ?? throw new KnowledgeDataException(file, "It is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads such a file from a stream, for the same checks on another copy.</summary>
    public static T Read<T>(string file, Stream stream, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new KnowledgeDataException(file, "It holds nothing.");
        }
        catch (JsonException exception)
        {
            throw new KnowledgeDataException(file, $"It cannot be read: {exception.Message}", exception);
        }
    }
}
