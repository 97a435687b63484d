using System.Numerics;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>What the words around an identity can be, as bits: calling, hating, mocking, shutting out, speaking well of…</summary>
internal sealed class Traits
{
    private static readonly string[] Names =
    [
        "call", "say", "hate", "firmbecause", "because", "not", "kind", "kin", "me", "pronoun", "insultadj", "insultnoun", "exclude", "mock", "abuse", "attack", "neighbour", "you", "lot", "ordinary", "garment", "aid",
        "home", "sensory", "fake", "benefit", "gone", "your", "self", "holy", "harm", "avoid", "onlyus", "everyone", "quarrel", "asking", "whoiam", "laughs", "sounds", "written", "told", "refuse",
    ];

    private readonly ulong[] _byKind;

    /// <summary>Looks up every kind of term of the lexicon.</summary>
    public Traits(Lexicon lexicon)
    {
        _byKind = new ulong[lexicon.KindCount];
        for (var trait = 0; trait < Names.Length; trait++)
        {
            var wordClass = lexicon.Class(Names[trait]);
            for (var kind = 1; kind < lexicon.KindCount; kind++)
                if (lexicon.Has(kind, wordClass))
                    _byKind[kind] |= 1UL << trait;
        }

        Hostile = Bits("call", "hate", "insultadj", "insultnoun", "exclude", "mock", "abuse", "attack");
    }

    /// <summary>The traits that hostility shows in.</summary>
    public ulong Hostile { get; }

    /// <summary>The traits of a kind of term.</summary>
    public ulong Of(int kind) => _byKind[kind];

    /// <summary>The name of a trait, for showing.</summary>
    public static string Name(int trait) => Names[trait];

    /// <summary>The lowest trait of a set, taken out of it.</summary>
    public static int Take(ref ulong traits)
    {
        var lowest = BitOperations.TrailingZeroCount(traits);
        traits &= traits - 1;
        return lowest;
    }

    private static ulong Bits(params ReadOnlySpan<string> names)
    {
        var bits = 0UL;
        foreach (var name in names)
            bits |= 1UL << Array.IndexOf(Names, name);
        return bits;
    }
}
