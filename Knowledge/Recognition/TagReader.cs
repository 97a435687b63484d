using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>Reads the finer tags by which services are matched, from the terms of the characteristics that were recognised.</summary>
internal sealed class TagReader
{
    private const string Prefix = "tag.";

    private readonly (string Tag, ClassSet Class, Characteristic Of)[] _tags;
    private readonly Lexicon _lexicon;

    /// <summary>Looks up the tags of the lexicon.</summary>
    public TagReader(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _tags = [.. lexicon.ClassNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (name[Prefix.Length..], lexicon.ClassesNamed(name), StrandOf(lexicon, name))).OrderBy(tag => tag.Item1, StringComparer.Ordinal)];
    }

    /// <summary>The tags of the terms that speak of a recognised characteristic, in alphabetical order.</summary>
    public ImmutableArray<string> In(ReadText read, ImmutableArray<CharacteristicSuggestion> recognised)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var (tag, wordClass, strand) in _tags)
            if (recognised.Any(suggestion => suggestion.Characteristic == strand) && Has(read, wordClass))
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

    private bool Has(ReadText read, ClassSet wordClass)
    {
        foreach (ref readonly var term in read.Terms)
            if (_lexicon.Classes(term.Kind).Meets(wordClass))
                return true;
        return false;
    }
}
