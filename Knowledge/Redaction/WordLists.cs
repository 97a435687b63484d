using System.Collections.Frozen;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Redaction;

/// <summary>Reads a data file of this folder: words under headings, parted by spaces.</summary>
internal static class WordLists
{
    /// <summary>The words of each heading.</summary>
    public static ILookup<string, string> Of(string file) =>
        DataFile.Entries(EmbeddedData.Text($"Redaction/{file}"))
            .SelectMany(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (line.Heading, Word: word.Replace("'", "", StringComparison.Ordinal))))
            .ToLookup(word => word.Heading, word => word.Word, StringComparer.Ordinal);

    /// <summary>The words of one heading.</summary>
    public static FrozenSet<string> Set(this ILookup<string, string> words, string heading) => words[heading].ToFrozenSet(StringComparer.Ordinal);
}
