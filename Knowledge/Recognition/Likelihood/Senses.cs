using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>The kinds of things that words are, by the headings of Lexicon/Senses: an illness, a garment, a way of sneering.</summary>
internal sealed class Senses
{
    private const string Prefix = "s.";

    private readonly uint[][] _byKind;

    /// <summary>Looks up every kind of term of the lexicon.</summary>
    public Senses(Lexicon lexicon)
    {
        (int Class, uint Feature)[] senses = [.. lexicon.ClassNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => (lexicon.Class(name), Feature.Of(name)))];
        _byKind = [.. Enumerable.Range(0, lexicon.KindCount).Select(kind => senses.Where(sense => lexicon.Classes(kind).Has(sense.Class)).Select(sense => sense.Feature).ToArray())];
    }

    /// <summary>The senses of a kind of term, as features.</summary>
    public uint[] Of(int kind) => _byKind[kind];
}
