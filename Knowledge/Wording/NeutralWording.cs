using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportBot.Knowledge.Wording;

/// <summary>
/// Keeps text messages neutral: a lock screen is read by whoever holds the phone, so nothing on it may say what this is about. The one
/// place where that is checked.
/// </summary>
public static class NeutralWording
{
    // The policy's subject, who is involved in such a matter, and what the person may have told.
    private static readonly FrozenSet<string> Telling = """
        hate hateful hatred crime crimes criminal incident incidents report reports reported reporting reporter victim victims witness witnesses
        suspect suspects perpetrator perpetrators offender offenders police policy abuse abused abusive abuser harassment harassed threat threats
        threatened attack attacked assault assaulted violence violent racist racism race racial religion religious faith muslim jewish sikh hindu
        christian islamophobia antisemitism antisemitic homophobia homophobic transphobia transphobic transgender trans gay lesbian bisexual lgbt
        lgbtqia disability disabled sexuality gender safeguarding neighbour neighbours injury injured hurt knife weapon evidence 999 101
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in a text that say what it is about, each once, in order; empty when it is neutral.</summary>
    public static ImmutableArray<string> Problems(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = ImmutableArray.CreateBuilder<string>();
        for (var from = 0; from < text.Length;)
        {
            var length = 0;
            while (from + length < text.Length && char.IsLetterOrDigit(text[from + length]))
                length++;
            var word = text.Substring(from, length);
            if (Telling.Contains(word) && !found.Contains(word, StringComparer.OrdinalIgnoreCase))
                found.Add(word);
            from += length + 1;
        }

        return found.ToImmutable();
    }
}
