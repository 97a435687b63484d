using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Reads the features of an account: its words, the rules it meets, and for each characteristic how the terms that speak of it
/// stand in their sentences. How a term stands is told without the term itself, so that what is learned of one group holds for all.
/// </summary>
internal sealed class FeatureReader
{
    private const uint Word = 11, Pair = 12, Skip = 13, Always = 14, Rule = 15, RuleKind = 16, RuleCount = 17, Balance = 18, Beside = 19, BesideTrait = 20, RuleTone = 21;
    private const int MostSentences = 512;

    private readonly Lexicon _lexicon;
    private readonly int _small;
    private readonly RuleBook _rules;
    private readonly RuleKinds _kinds;
    private readonly Strands _strands;
    private readonly Traits _traits;
    private readonly Units _units;

    /// <summary>Reads by the given lexicon and rules.</summary>
    public FeatureReader(Lexicon lexicon, RuleBook rules)
    {
        _lexicon = lexicon;
        _small = lexicon.Class("small");
        _rules = rules;
        _kinds = new RuleKinds(rules.Headings);
        _strands = new Strands(lexicon);
        _traits = new Traits(lexicon);
        _units = new Units(lexicon, _strands, _traits);
    }

    /// <summary>What is believed of the weights before anything is learned: data moves them from there.</summary>
    public static Dictionary<uint, double> Beliefs()
    {
        var beliefs = MentionReader.Beliefs();
        beliefs.Add(Feature.Hash(RuleKind, Feature.Of("strong")), 2.5);
        beliefs.Add(Feature.Hash(RuleKind, Feature.Of("weak")), 1);
        beliefs.Add(Feature.Hash(RuleTone, Feature.Of("strong"), RuleKinds.Ruling), -1.5);
        beliefs.Add(Feature.Hash(RuleTone, Feature.Of("weak"), RuleKinds.Ruling), -1);
        return beliefs;
    }

    /// <summary>Reads the features of a text whose words and terms are known.</summary>
    public void Read<TSink>(ReadText read, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        _rules.Match(read);
        var rented = System.Buffers.ArrayPool<Unit>.Shared.Rent(Math.Max(1, read.Count));
        var units = rented.AsSpan(0, _units.Cut(read, rented));
        sink.AddForAll(Always, 0, 0);
        ReadWords(units, ref sink);
        var sentences = units.IsEmpty ? 0 : Math.Min(MostSentences, units[^1].Sentence + 1);
        var tones = new SentenceTones(read, units, _kinds, _strands, stackalloc byte[sentences]);
        Span<Standing> standings = stackalloc Standing[Strands.Count];
        for (var strand = 0; strand < Strands.Count; strand++)
            standings[strand] = ReadStrand(read, units, tones, strand, ref sink);
        for (var strand = 0; strand < Strands.Count; strand++)
            ReadBeside(units, strand, standings[strand], ref sink);
        ReadBalance(standings, ref sink);
        System.Buffers.ArrayPool<Unit>.Shared.Return(rented, clearArray: true);
    }

    private void ReadWords<TSink>(ReadOnlySpan<Unit> units, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            if (unit.Shape == 0)
                continue;
            if (!IsSmall(unit))
                sink.AddForAll(Feature.Hash(Word, unit.Shape), unit.First, unit.End);
            if (i + 1 < units.Length && units[i + 1].Sentence == unit.Sentence && units[i + 1].Shape != 0 && !(IsSmall(unit) && IsSmall(units[i + 1])))
                sink.AddForAll(Feature.Hash(Pair, unit.Shape, units[i + 1].Shape), unit.First, units[i + 1].End);
            if (i + 2 < units.Length && units[i + 2].Sentence == unit.Sentence && units[i + 2].Shape != 0 && !IsSmall(unit) && !IsSmall(units[i + 2]))
                sink.AddForAll(Feature.Hash(Skip, unit.Shape, units[i + 2].Shape), unit.First, units[i + 2].End);
        }
    }

    private bool IsSmall(in Unit unit) => unit.Kind != 0 && _lexicon.Classes(unit.Kind).Has(_small);

    private Standing ReadStrand<TSink>(ReadText read, ReadOnlySpan<Unit> units, SentenceTones tones, int strand, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var standing = ReadRules(read, tones, strand, ref sink);
        for (var i = 0; i < units.Length; i++)
            if (_strands.TierOf(units[i].Kind, strand) is var tier and not Tier.None)
                standing = standing.With(new MentionReader(read, units, tones, _strands, _traits, _kinds, strand).Read(i, tier, ref sink));
        return standing;
    }

    private Standing ReadRules<TSink>(ReadText read, SentenceTones tones, int strand, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var standing = default(Standing);
        var topics = 0;
        foreach (ref readonly var hit in read.Hits)
        {
            if (_kinds.StrandOf(hit.Rule) != strand)
                continue;
            topics++;
            var tone = tones.Of(read.Words[hit.First].Sentence);
            sink.Add(strand, Feature.Hash(RuleKind, _kinds.WeightOf(hit.Rule)), hit.First, hit.End);
            sink.Add(strand, Feature.Hash(RuleTone, _kinds.WeightOf(hit.Rule), tone), hit.First, hit.End);
            sink.Add(strand, Feature.Hash(Rule, _kinds.NameOf(hit.Rule)), hit.First, hit.End);
            standing = standing.With(_kinds.IsStrong(hit.Rule) ? Evidence.Strong : Evidence.Some);
        }

        if (topics > 1)
            sink.Add(strand, Feature.Hash(RuleCount, (uint)Math.Min(topics, 4)), 0, 0);
        return standing;
    }

    // Every word beside a characteristic, whichever it is: "drilling" tells of a nuisance, "spat" of hostility.
    private void ReadBeside<TSink>(ReadOnlySpan<Unit> units, int strand, Standing standing, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (standing.Strongest == Evidence.None)
            return;
        var level = standing.Strongest switch { Evidence.Soft => 1u, Evidence.Identity => 2u, Evidence.Slur => 4u, _ => 3u };
        var beside = 0UL;
        foreach (ref readonly var unit in units)
        {
            beside |= unit.Traits;
            if (unit.Shape != 0 && !IsSmall(unit) && _strands.TierOf(unit.Kind, strand) == Tier.None)
                sink.Add(strand, Feature.Hash(Beside, level, unit.Shape), unit.First, unit.End);
        }

        for (; beside != 0;)
            sink.Add(strand, Feature.Hash(BesideTrait, level, (uint)Traits.Take(ref beside)), 0, 0);
    }

    // What speaks for one characteristic weighs less where more speaks for another.
    private static void ReadBalance<TSink>(ReadOnlySpan<Standing> standings, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            var own = standings[strand];
            if (own.Strongest == Evidence.None)
                continue;
            var others = Evidence.None;
            for (var other = 0; other < Strands.Count; other++)
                if (other != strand && standings[other].Strongest > others)
                    others = standings[other].Strongest;
            sink.Add(strand, Feature.Hash(Balance, (uint)own.Strongest, (uint)others), 0, 0);
        }
    }
}

/// <summary>How much an account gives for a characteristic.</summary>
internal enum Evidence : byte
{
    None,
    Soft,
    Identity,
    Some,
    Aimed,
    Strong,
    Slur,
}

/// <summary>The strongest evidence for a characteristic so far.</summary>
internal readonly record struct Standing(Evidence Strongest)
{
    /// <summary>With more evidence.</summary>
    public Standing With(Evidence evidence) => evidence > Strongest ? new Standing(evidence) : this;
}
