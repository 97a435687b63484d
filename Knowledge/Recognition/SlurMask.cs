using System.Text;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Hides slurs where a person's words are shown back to them or in a list: the first letter stays, so that they know which word is
/// meant, and nobody reads it again in full. What is stored is never touched.
/// </summary>
public sealed class SlurMask
{
    private readonly English _english = English.Shared;

    /// <summary>The words with the letters of every slur after its first hidden: "p***".</summary>
    public string Mask(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        using var read = _english.Lexicon.Read(words);
        var slur = _english.Lexicon.Class("slur");
        StringBuilder? masked = null;
        foreach (ref readonly var term in read.Terms)
            if (_english.Lexicon.Has(term.Kind, slur))
                Hide(masked ??= new StringBuilder(words), read.Where(term.First, term.End));
        return masked?.ToString() ?? words;
    }

    private static void Hide(StringBuilder words, Span span)
    {
        var isFirst = true;
        for (var i = span.Start; i < span.Start + span.Length; i++)
        {
            if (!char.IsLetterOrDigit(words[i]))
                isFirst = true;
            else if (isFirst)
                isFirst = false;
            else
                words[i] = '*';
        }
    }
}
