using System.Collections.Frozen;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>The given names of the data file Names/given.txt.</summary>
internal sealed class GivenNames
{
    private static readonly Lazy<GivenNames> Once = new(() => new GivenNames());

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _sure;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private GivenNames()
    {
        var words = Under("also a word").ToFrozenSet(StringComparer.Ordinal);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _sure = Under("given").Except(words).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The one instance.</summary>
    public static GivenNames Shared => Once.Value;

    /// <summary>True for a name that is nothing but a name, in plain letters.</summary>
    public bool IsSure(ReadOnlySpan<char> letters) => _sure.Contains(letters);

    /// <summary>True for a name, everyday words that are names too included.</summary>
    public bool IsPossible(ReadOnlySpan<char> letters) => _sure.Contains(letters) || _words.Contains(letters);

    private static IEnumerable<string> Under(string heading) =>
        DataFile.File("Names", "given.txt").Where(line => line.Heading == heading)
            .SelectMany(line => line.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
