using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>A word or a term of several words, as the likelihood looks at a text.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Word">The word's number in the lexicon, where the shape is the word itself; 0 otherwise.</param>
/// <param name="Kind">The kind of term; 0 when it is a plain word.</param>
/// <param name="Shape">What it is, as a number: the word itself, or what it speaks of.</param>
/// <param name="Stem">The same with the ending of the word cut off.</param>
/// <param name="Traits">Its traits.</param>
/// <param name="Sentence">Its sentence.</param>
internal readonly record struct Unit(int First, int End, int Word, int Kind, uint Shape, uint Stem, ulong Traits, int Sentence);

/// <summary>Cuts a text into units, the longest term first.</summary>
internal sealed class Units(Strands strands, Traits traits)
{
    /// <summary>Writes the units of a text and returns how many there are; there are never more than words.</summary>
    public int Cut(ReadText read, Span<Unit> into)
    {
        var count = 0;
        for (var i = 0; i < read.Count;)
        {
            var (length, kind) = Longest(read.TermsAt(i));
            var shape = Shape(read, i, length, kind);
            var isWord = length == 1 && shape == read.Shape(i);
            var stem = isWord ? read.Stem(i) : shape;
            into[count++] = new Unit(i, i + length, isWord ? read.Words[i].Id : 0, kind, shape, stem, traits.Of(kind), read.Words[i].Sentence);
            i += length;
        }

        return count;
    }

    private (int Length, int Kind) Longest(ReadOnlySpan<Term> terms)
    {
        var (length, kind) = (1, 0);
        foreach (ref readonly var term in terms)
            if (term.Count >= length && (term.Count == 1 || strands.HighestTier(term.Kind) != Tier.None || traits.Of(term.Kind) != 0))
                (length, kind) = (term.Count, term.Kind);
        return (length, kind);
    }

    // What speaks of a characteristic plainly is known by that alone; everything else by its letters.
    private uint Shape(ReadText read, int first, int length, int kind)
    {
        var tier = strands.HighestTier(kind);
        if (tier is Tier.Identity or Tier.Slur or Tier.Bigotry)
            return Feature.Hash(1, Speaks(kind));
        var shape = read.Shape(first);
        return length > 1 ? Feature.Hash(2, shape, read.Shape(first + length - 1)) : shape;
    }

    private uint Speaks(int kind)
    {
        var sum = 0u;
        for (var strand = 0; strand < Strands.Count; strand++)
            sum = (sum * 8) + (uint)strands.TierOf(kind, strand);
        return sum;
    }
}
