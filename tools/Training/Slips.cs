using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Training;

/// <summary>
/// Misspelt copies of some accounts and messages, the same every time: a letter dropped, doubled, swapped or wrong, as in hurried typing, most of all in the words that tell.
/// They teach what letters say of a word that was never met, and are only ever learned from.
/// </summary>
internal static class Slips
{
    private const int EveryNth = 5, Most = 4, ShortestWord = 3;
    private const float Telling = 0.7f;

    private static readonly Strands Strands = new(English.Shared.Lexicon);
    private static readonly Traits Traits = new(English.Shared.Lexicon);

    /// <summary>A copy of every fifth account, with its place among them.</summary>
    public static IEnumerable<(int Place, LabelledAccount Copy)> Of(IReadOnlyList<LabelledAccount> accounts)
    {
        for (var i = 0; i < accounts.Count; i += EveryNth)
            yield return (i, accounts[i] with { Id = $"slip-{accounts[i].Id}", Kind = "slip", Text = Misspell(accounts[i].Text, new Chance((ulong)i + 77)) });
    }

    /// <summary>A copy of every fifth message.</summary>
    public static IEnumerable<LabelledMessage> Of(IReadOnlyList<LabelledMessage> messages)
    {
        for (var i = 0; i < messages.Count; i += EveryNth)
            yield return messages[i] with { Id = $"slip-{messages[i].Id}", Text = Misspell(messages[i].Text, new Chance((ulong)i + 77)) };
    }

    private static string Misspell(string text, Chance chance)
    {
        using var read = English.Shared.Lexicon.Read(text);
        var (telling, others) = (new List<Word>(), new List<Word>());
        for (var word = 0; word < read.Count; word++)
            if (read.Words[word] is var at && at.Length >= ShortestWord && text.AsSpan(at.Start, at.Length).ContainsAnyInRange('a', 'z'))
                (Tells(read, word) ? telling : others).Add(at);
        var chosen = new SortedDictionary<int, Word>();
        for (var i = 0; i < Most; i++)
            if ((chance.Next() < Telling && telling.Count > 0 ? telling : others) is { Count: > 0 } from && from[Math.Min(from.Count - 1, (int)(chance.Next() * from.Count))] is var word)
                chosen[word.Start] = word;
        foreach (var (start, word) in chosen.Reverse())
            text = string.Concat(text.AsSpan(0, start), Misspell(text.AsSpan(start, word.Length), ref chance), text.AsSpan(word.End));
        return text;
    }

    private static bool Tells(ReadText read, int word)
    {
        foreach (ref readonly var term in read.TermsAt(word))
            if (Strands.HighestTier(term.Kind) != Tier.None || (Traits.Of(term.Kind) & Traits.Hostile) != 0)
                return true;
        return false;
    }

    // The first letter is rarely wrong.
    private static string Misspell(ReadOnlySpan<char> word, ref Chance chance)
    {
        var at = 1 + Math.Min(word.Length - 2, (int)(chance.Next() * (word.Length - 1)));
        var (before, letter, after) = (word[..at].ToString(), word[at], word[(at + 1)..].ToString());
        return chance.Next() switch
        {
            < 0.4f => before + after,
            < 0.6f => after.Length > 0 ? before + after[0] + letter + after[1..] : before,
            < 0.75f => before + (char)('a' + Math.Min(25, (int)(chance.Next() * 26))) + after,
            < 0.9f => before + letter + letter + after,
            _ => before + '*' + after,
        };
    }
}
