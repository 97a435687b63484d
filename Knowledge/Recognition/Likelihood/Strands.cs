using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>How a term speaks of a characteristic, the plainest last.</summary>
internal enum Tier : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Something it may be read from: an accent, a headscarf, a walking stick.</summary>
    Soft,

    /// <summary>A name of the group or the condition.</summary>
    Identity,

    /// <summary>A term of abuse that has an innocent meaning too.</summary>
    Weak,

    /// <summary>A term of abuse.</summary>
    Slur,

    /// <summary>A word for the hostility itself: racist, homophobic.</summary>
    Bigotry,
}

/// <summary>The six characteristics that are recognised, and which terms speak of each.</summary>
internal sealed class Strands
{
    /// <summary>How many there are.</summary>
    public const int Count = 6;

    /// <summary>The characteristics, in the order of their numbers here.</summary>
    public static readonly Characteristic[] All =
        [Characteristic.Race, Characteristic.Religion, Characteristic.Disability, Characteristic.SexualOrientation, Characteristic.Transgender, Characteristic.Sex];

    private readonly Tier[] _tiers;
    private readonly Tier[] _highest;
    private readonly byte[] _hints;

    /// <summary>Looks up every kind of term of the lexicon.</summary>
    public Strands(Lexicon lexicon)
    {
        _tiers = new Tier[lexicon.KindCount * Count];
        _highest = new Tier[lexicon.KindCount];
        _hints = new byte[lexicon.KindCount];
        for (var strand = 0; strand < Count; strand++)
            foreach (var (name, tier) in ((string, Tier)[])[("soft", Tier.Soft), ("id", Tier.Identity), ("weak", Tier.Weak), ("slur", Tier.Slur), ("bigotry", Tier.Bigotry)])
                Mark(lexicon, strand, lexicon.Class($"{All[strand].Label()}.{name}"), tier);
        for (var strand = 0; strand < Count; strand++)
            for (var kind = 1; kind < lexicon.KindCount; kind++)
                if (lexicon.Has(kind, lexicon.Class($"{All[strand].Label()}.hint")))
                    _hints[kind] |= (byte)(1 << strand);
    }

    /// <summary>The characteristics a kind of term makes one think of, as bits: too common a word to say anything by itself.</summary>
    public byte HintsOf(int kind) => _hints[kind];

    /// <summary>How a kind of term speaks of a characteristic.</summary>
    public Tier TierOf(int kind, int strand) => _tiers[(kind * Count) + strand];

    /// <summary>How a kind of term speaks of any characteristic, at its plainest.</summary>
    public Tier HighestTier(int kind) => _highest[kind];

    private void Mark(Lexicon lexicon, int strand, int wordClass, Tier tier)
    {
        for (var kind = 1; kind < lexicon.KindCount; kind++)
            if (lexicon.Has(kind, wordClass))
            {
                _tiers[(kind * Count) + strand] = tier > _tiers[(kind * Count) + strand] ? tier : _tiers[(kind * Count) + strand];
                _highest[kind] = tier > _highest[kind] ? tier : _highest[kind];
            }
    }
}
