using System.Collections.Immutable;
using System.Numerics;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>Reads the finer tags by which services are matched, from the terms of the characteristics that were recognised.</summary>
internal sealed class TagReader
{
    private const string Prefix = "tag.";

    private readonly (string Tag, Characteristic Of)[] _tags;
    private readonly ulong[] _byKind;

    /// <summary>Looks up the tags of the lexicon.</summary>
    public TagReader(Lexicon lexicon)
    {
        string[] classes = [.. lexicon.ClassNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (classes.Length > 64)
            throw new FormatException("There are more tags than bits.");
        _tags = [.. classes.Select(name => (name[Prefix.Length..], StrandOf(lexicon, name)))];
        _byKind = new ulong[lexicon.KindCount];
        for (var tag = 0; tag < classes.Length; tag++)
            for (var kind = 1; kind < _byKind.Length; kind++)
                if (lexicon.Has(kind, lexicon.Class(classes[tag])))
                    _byKind[kind] |= 1UL << tag;
    }

    /// <summary>The tags of the terms that speak of a recognised characteristic, in alphabetical order.</summary>
    public ImmutableArray<string> In(ReadText read, ImmutableArray<CharacteristicSuggestion> recognised)
    {
        var tags = 0UL;
        foreach (ref readonly var term in read.Terms)
            tags |= _byKind[term.Kind];
        var found = ImmutableArray.CreateBuilder<string>();
        for (; tags != 0; tags &= tags - 1)
            if (_tags[BitOperations.TrailingZeroCount(tags)] is var (tag, strand) && Has(recognised, strand))
                found.Add(tag);
        return found.ToImmutable();
    }

    private static Characteristic StrandOf(Lexicon lexicon, string tag)
    {
        foreach (var strand in Enum.GetValues<Characteristic>())
            if (lexicon.Shares(tag, $"{strand.Label()}.id") || lexicon.Shares(tag, $"{strand.Label()}.slur"))
                return strand;
        throw new FormatException($"No term of {tag} speaks of a characteristic.");
    }

    private static bool Has(ImmutableArray<CharacteristicSuggestion> recognised, Characteristic characteristic)
    {
        foreach (var suggestion in recognised)
            if (suggestion.Characteristic == characteristic)
                return true;
        return false;
    }
}
