using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Says from an account's words which characteristics the hostility was likely aimed at and which behaviours of policy 3.5 occurred,
/// with the words it goes by. It suggests; the person decides. Holds no state: one instance serves all threads.
/// </summary>
public sealed class Recogniser
{
    private static readonly Characteristic[] Strands = [Characteristic.Race, Characteristic.Religion, Characteristic.Disability, Characteristic.SexualOrientation, Characteristic.Transgender, Characteristic.Sex];

    private readonly English _english = English.Shared;

    /// <summary>Reads an account.</summary>
    public Recognition Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        _english.Likely.Match(read);
        return new Recognition([.. Strands.Select(strand => Likely(read, strand)).OfType<CharacteristicSuggestion>()], []);
    }

    private CharacteristicSuggestion? Likely(ReadText read, Characteristic strand)
    {
        var label = strand.Label();
        var (slur, identity, hostile) = (_english.Lexicon.Class($"{label}.slur"), _english.Lexicon.Class($"{label}.id"), _english.Lexicon.Class("abuse"));
        var evidence = ImmutableArray.CreateBuilder<Span>();
        foreach (ref readonly var term in read.Terms)
            if (_english.Lexicon.Classes(term.Kind).Has(slur) || (_english.Lexicon.Classes(term.Kind).Has(identity) && IsNear(read, term, hostile)))
                evidence.Add(read.Where(term.First, term.End));
        foreach (ref readonly var hit in read.Hits)
            if (_english.Likely.Headings[hit.Rule].StartsWith(label, StringComparison.Ordinal))
                evidence.Add(read.Where(hit.First, hit.End));
        return evidence.Count == 0 ? null : new CharacteristicSuggestion(strand, evidence.ToImmutable(), 0.5);
    }

    private bool IsNear(ReadText read, Term term, int hostile)
    {
        foreach (ref readonly var other in read.Terms)
            if (_english.Lexicon.Classes(other.Kind).Has(hostile) && read.Words[other.First].Sentence == read.Words[term.First].Sentence)
                return true;
        return false;
    }
}
