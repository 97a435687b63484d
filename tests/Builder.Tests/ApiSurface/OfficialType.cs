using System.Text.RegularExpressions;

namespace ReportBot.Builder.Tests.ApiSurface;

/// <summary>A type of the official SDK as <c>official-api.txt</c> lists it.</summary>
internal sealed partial record OfficialType(string Kind, string Name, IReadOnlyList<string> Bases, IReadOnlyList<string> Members)
{
    /// <summary>All types listed, by their full names.</summary>
    public static IReadOnlyDictionary<string, OfficialType> All { get; } = Read();

    private static Dictionary<string, OfficialType> Read()
    {
        using var reader = new StreamReader(typeof(OfficialType).Assembly.GetManifestResourceStream("official-api.txt")!);
        var types = new Dictionary<string, OfficialType>();
        List<string> members = [];
        while (reader.ReadLine() is { } line)
            if (line.StartsWith(' '))
                members.Add(line.Trim());
            else if (!line.StartsWith('#'))
                Add(types, line, members = []);
        return types;
    }

    private static void Add(Dictionary<string, OfficialType> types, string line, List<string> members)
    {
        var (head, bases) = line.Split(" : ", 2) is [var before, var after] ? (before, after) : (line, "");
        var parts = head.Split(' ');
        var name = $"{parts[0]}.{parts[^1]}";
        types.Add(name, new OfficialType(string.Join(' ', parts[1..^1]), name, [.. Base().Matches(bases).Select(found => found.Value)], members));
    }

    // Commas part the bases, but not within the angle brackets of one.
    [GeneratedRegex(@"[^,<\s]+(<[^>]*>)?")]
    private static partial Regex Base();
}
