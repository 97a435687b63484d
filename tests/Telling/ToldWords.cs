using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportBot.Telling;

/// <summary>
/// Everything that tests told one service. None of it may be in that service's log: not a word of five letters or digits or more,
/// and no shorter message as a whole.
/// </summary>
public sealed partial class ToldWords
{
    private const int ShortestWord = 5;
    private const int ShortestMessage = 8;

    // What a form carries beside what a person tells: marks of ours and values of buttons.
    private static readonly ImmutableHashSet<string> Marks =
        ["turn", "seed", "after", "question", "topic", "choice", "ticket", "to", "__RequestVerificationToken", "earlier"];

    // What every start writes, whoever is told what: its everyday words are not what somebody said.
    private static readonly ImmutableArray<string> AtStart =
    [
        "Now listening on:", "Application started.", "Hosting environment:", "Content root path:",
        "Nobody can sign in yet.", "No member of staff can sign in yet:", "http://127.0.0.1:",
    ];

    private readonly ConcurrentDictionary<string, byte> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> _messages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hears a message, a name or whatever else a person may send.</summary>
    public void Hear(string told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var words = WordPattern().Matches(told).Select(match => match.Value).Where(word => word.Length >= ShortestWord).ToList();
        words.ForEach(word => _words.TryAdd(word, 0));
        if (words.Count == 0 && told.Trim().Length >= ShortestMessage)
            _messages.TryAdd(told.Trim(), 0);
    }

    /// <summary>Hears a field of a form, unless it is one that our pages fill.</summary>
    public void HearField(string name, string value)
    {
        if (!Marks.Contains(name) && !name.StartsWith("c.", StringComparison.Ordinal) && !Guid.TryParse(value, out _))
            Hear(value);
    }

    /// <summary>Hears a form as browsers encode it.</summary>
    public void HearForm(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        foreach (var field in encoded.Split('&'))
            if (field.Split('=') is [var name, var value])
                HearField(Decoded(name), Decoded(value));
    }

    /// <summary>What of it is in a log; empty when nothing is.</summary>
    public IReadOnlyList<string> FoundIn(string log)
    {
        ArgumentNullException.ThrowIfNull(log);
        log = string.Join('\n', log.Split('\n').Where(line => !AtStart.Any(line.TrimStart().StartsWith) && !Heading().IsMatch(line)));
        var logged = WordPattern().Matches(log).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. _words.Keys.Where(logged.Contains),
            .. _messages.Keys.Where(message => log.Contains(message, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>Throws <see cref="ToldWordsInLogException"/>, whose name a runner shows even where it shows no message, when a log holds any of it.</summary>
    public void MustNotBeIn(string log)
    {
        if (FoundIn(log) is { Count: > 0 } found)
            throw new ToldWordsInLogException(found);
    }

    private static string Decoded(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));

    // The line above each entry: "info: ReportBot.Bot.Staff.FirstAdministrator[1500]".
    [GeneratedRegex(@"^[a-z]{4}: [\w.]+\[\d+\]\s*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WordPattern();
}

/// <summary>A log holds words that were told to the service.</summary>
/// <param name="found">The words.</param>
public sealed class ToldWordsInLogException(IReadOnlyList<string> found) : Exception($"The log holds what was told: {string.Join(", ", found)}");
