using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Reads how one term that speaks of a characteristic stands in its sentence.</summary>
internal readonly ref struct MentionReader(ReadText read, ReadOnlySpan<Unit> units, SentenceTones tones, HostileSentences hostile, Strands strands, Traits traits, RuleKinds kinds, int strand)
{
    private const uint Is = 31, Marked = 32, Before = 33, After = 34, Between = 35, Two = 36, Far = 37, Stands = 38, Alone = 39, Near = 40, Own = 41, Other = 42, Edge = 43, Trait = 44, Neighbours = 45, Tone = 46, ToneStands = 47;
    private const int Reach = 8;

    private readonly ReadOnlySpan<Unit> _units = units;
    private readonly SentenceTones _tones = tones;
    private readonly HostileSentences _hostile = hostile;

    /// <summary>What is believed of the weights before anything is learned.</summary>
    public static Dictionary<uint, double> Beliefs()
    {
        var beliefs = new Dictionary<uint, double>
        {
            [Feature.Hash(Is, (uint)Tier.Slur)] = 3, [Feature.Hash(Is, (uint)Tier.Bigotry)] = 2.5, [Feature.Hash(Is, (uint)Tier.Weak)] = 0.5, [Feature.Hash(Is, (uint)Tier.Identity)] = 0.5,
        };
        foreach (var tier in (Tier[])[Tier.Soft, Tier.Identity, Tier.Weak])
            foreach (var (context, weight) in ((string, double)[])[("aimed", 1.5), ("insult", 1.5), ("out", 1.5), ("ruled", -1), ("kindly", -0.7), ("thing", -0.7), ("self", -0.2)])
                beliefs.Add(Feature.Hash(Stands, (uint)tier, (uint)RuleKinds.Number(context)), tier == Tier.Soft ? weight * 0.6 : weight);
        foreach (var tier in (Tier[])[Tier.Soft, Tier.Identity, Tier.Weak, Tier.Slur, Tier.Bigotry])
            beliefs.Add(Feature.Hash(Tone + 100, (uint)tier, RuleKinds.Ruling), -1);
        return beliefs;
    }

    /// <summary>Adds the features of the term and says what it gives as evidence.</summary>
    public Evidence Read<TSink>(int at, Tier tier, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var unit = _units[at];
        var level = (uint)tier;
        var (first, end) = (unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Is, level), first, end);
        var marks = read.Words[first].Marks;
        if ((marks & (WordMarks.Quoted | WordMarks.AllCapitals | WordMarks.Disguised)) is var shown and not 0)
            sink.Add(strand, Feature.Hash(Marked, level, (uint)shown), first, end);
        ReadNextTo(at, level, ref sink);
        var around = ReadAround(at, level, ref sink);
        var contexts = ReadContexts(unit, level, ref sink);
        sink.Add(strand, Feature.Hash(Alone, level, (uint)contexts), first, end);
        sink.Add(strand, Feature.Hash(Neighbours, level, (contexts & (Bit("aimed") | Bit("insult") | Bit("out"))) != 0 ? 1u : 0u, (around & traits.Hostile) != 0 ? 1u : 0u), first, end);
        var tone = _tones.Of(unit.Sentence);
        var aimed = (contexts & (Bit("aimed") | Bit("insult") | Bit("out"))) != 0;
        sink.Add(strand, Feature.Hash(Tone, level, tone, _tones.Any), first, end);
        sink.Add(strand, Feature.Hash(Tone + 100, level, tone), first, end);
        sink.Add(strand, Feature.Hash(ToneStands, level, tone, aimed ? 1u : 0u), first, end);
        return (tone & RuleKinds.Ruling) != 0 ? Evidence.Soft : Gives(tier, contexts);
    }

    private static int Bit(string context) => RuleKinds.Bit(context);

    private static Evidence Gives(Tier tier, int contexts)
    {
        var aimed = (contexts & (Bit("aimed") | Bit("insult") | Bit("out"))) != 0 && (contexts & Bit("ruled")) == 0;
        return tier switch
        {
            Tier.Slur or Tier.Bigotry => Evidence.Slur,
            Tier.Weak => aimed ? Evidence.Aimed : Evidence.Soft,
            Tier.Identity => aimed ? Evidence.Aimed : Evidence.Identity,
            _ => aimed ? Evidence.Some : Evidence.Soft,
        };
    }

    private void ReadNextTo<TSink>(int at, uint level, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var unit = _units[at];
        var (before, after) = (ShapeAt(at - 1, unit.Sentence), ShapeAt(at + 1, unit.Sentence));
        var (further, beyond) = (ShapeAt(at - 2, unit.Sentence), ShapeAt(at + 2, unit.Sentence));
        sink.Add(strand, Feature.Hash(Before, level, before), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(After, level, after), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Between, level, before, after), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Two, level, further, before), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Two + 100, level, after, beyond), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Far, level, further), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Far + 100, level, beyond), unit.First, unit.End);
    }

    // The unit at a place as the term sees it: the word, itself again, or another characteristic.
    private uint ShapeAt(int at, int sentence)
    {
        if (at < 0 || at >= _units.Length || _units[at].Sentence != sentence)
            return Feature.Hash(Edge, at < 0 ? 1u : at >= _units.Length ? 2u : 3u);
        var kind = _units[at].Kind;
        if (strands.TierOf(kind, strand) is var own and not Tier.None)
            return Feature.Hash(Own, (uint)own);
        if (strands.HighestTier(kind) is var other and >= Tier.Identity)
            return Feature.Hash(Other, (uint)other);
        return _units[at].Shape;
    }

    private ulong ReadAround<TSink>(int at, uint level, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var unit = _units[at];
        var (before, after) = (0UL, 0UL);
        for (var i = at - 1; i >= Math.Max(0, at - Reach) && _units[i].Sentence == unit.Sentence; i--)
            before |= _units[i].Traits;
        for (var i = at + 1; i < Math.Min(_units.Length, at + 1 + Reach) && _units[i].Sentence == unit.Sentence; i++)
            after |= _units[i].Traits;
        for (var rest = before; rest != 0;)
            sink.Add(strand, Feature.Hash(Trait, level, (uint)Traits.Take(ref rest)), unit.First, unit.End);
        for (var rest = after; rest != 0;)
            sink.Add(strand, Feature.Hash(Trait + 100, level, (uint)Traits.Take(ref rest)), unit.First, unit.End);
        sink.Add(strand, Feature.Hash(Near, level, _hostile.Beside(unit.Sentence) ? 1u : 0u), unit.First, unit.End);
        return before | after;
    }

    private int ReadContexts<TSink>(in Unit unit, uint level, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var contexts = 0;
        foreach (ref readonly var hit in read.Hits)
            if (kinds.ContextOf(hit.Rule) is var context and >= 0 && hit.FocusFirst < unit.End && unit.First < hit.FocusEnd)
                contexts |= 1 << context;
        for (var context = 0; context < RuleKinds.ContextCount; context++)
            if ((contexts & (1 << context)) != 0)
                sink.Add(strand, Feature.Hash(Stands, level, (uint)context), unit.First, unit.End);
        return contexts;
    }
}
