using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Reads the features of an account: its words, the rules it meets, and for each characteristic how the terms that speak of it
/// stand in their sentences. How a term stands is told without the term itself, so that what is learned of one group holds for all.
/// </summary>
internal sealed class FeatureReader
{
    private const uint Word = 11, Pair = 12, Always = 14, Rule = 15, RuleKind = 16, RuleCount = 17, Balance = 18, RuleTone = 21, Stem = 22, Behaviour = 24, Hints = 25, HintsBeside = 26, Size = 27, SizeMost = 28, SizeOwn = 29, Hostile = 30, HostileAlone = 31, HostileMost = 32;
    private const int MostSentences = 512;

    private readonly Lexicon _lexicon;
    private readonly RuleBook _rules;
    private readonly RuleBook _behaviours;
    private readonly int[] _told;
    private readonly RuleKinds _kinds;
    private readonly Strands _strands;
    private readonly Traits _traits;
    private readonly Units _units;

    /// <summary>Reads by the given lexicon, rules of likely characteristics and rules of behaviours.</summary>
    public FeatureReader(Lexicon lexicon, RuleBook rules, RuleBook behaviours)
    {
        _lexicon = lexicon;
        Inputs = new PhraseInputs(lexicon, rules, behaviours);
        (_rules, _behaviours) = (rules, behaviours);
        _told = [.. behaviours.Headings.Select(Told)];
        _kinds = new RuleKinds(rules.Headings);
        _strands = new Strands(lexicon);
        _traits = new Traits(lexicon);
        _units = new Units(_strands, _traits);
    }

    /// <summary>What words are to the phrase filters.</summary>
    public PhraseInputs Inputs { get; }

    /// <summary>The feature of a word or a term by its shape.</summary>
    public static uint OfWord(uint shape) => Feature.Hash(Word, shape);

    /// <summary>The feature of the stem of a word.</summary>
    public static uint OfStem(uint stem) => Feature.Hash(Stem, stem);

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

    /// <summary>What is believed of behaviours before anything is learned: a rule speaks for the bullet it is headed by, and against it when it only looks like it.</summary>
    public Dictionary<(uint Feature, int Column), double> BehaviourBeliefs()
    {
        var beliefs = new Dictionary<(uint, int), double>();
        for (var column = Strands.Count; column < Columns.Count; column++)
            beliefs.Add((Always, column), -2);
        for (var rule = 0; rule < _told.Length; rule++)
            beliefs.Add((Feature.Hash(Behaviour, (uint)rule), Columns.OfBehaviour(Math.Abs(_told[rule]))), _told[rule] > 0 ? 3 : -2);

        return beliefs;
    }

    /// <summary>Reads the features of a text whose words and terms are known, and how much it gives for each characteristic.</summary>
    public void Read<TSink>(ReadText read, System.Span<Standing> standings, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        ReadBehaviours(read, ref sink);
        _rules.Match(read);
        ReadInputs(read, ref sink);
        var rented = System.Buffers.ArrayPool<Unit>.Shared.Rent(Math.Max(1, read.Count));
        var units = rented.AsSpan(0, _units.Cut(read, rented));
        sink.AddForAll(Always, 0, 0);
        ReadWords(units, ref sink);
        var sentences = units.IsEmpty ? 0 : Math.Min(MostSentences, units[^1].Sentence + 1);
        var tones = new SentenceTones(read, units, _kinds, _strands, stackalloc byte[sentences]);
        var hostile = new HostileSentences(units, _traits, stackalloc bool[sentences]);
        for (var strand = 0; strand < Strands.Count; strand++)
            standings[strand] = ReadStrand(read, units, tones, hostile, strand, ref sink);
        ReadBalance(standings, ref sink);
        ReadHints(read, units, standings, ref sink);
        ReadSize(read, standings, ref sink);
        System.Buffers.ArrayPool<Unit>.Shared.Return(rented, clearArray: true);
    }

    /// <summary>Reads what follows from how hostile the whole account was found to be: the same mention of a faith means more in a hostile account than in a friendly one.</summary>
    public static void ReadHostility<TSink>(ReadOnlySpan<Standing> standings, double hostility, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var bucket = (uint)(Math.Clamp(Math.Round(hostility), -5, 5) + 5);
        var most = Evidence.None;
        foreach (var standing in standings)
            most = standing.Strongest > most ? standing.Strongest : most;
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            var own = standings[strand].Strongest;
            sink.Add(strand, Feature.Hash(Hostile, (uint)own, bucket), 0, 0);
            sink.Add(strand, Feature.Hash(HostileMost, (uint)own, (uint)most, hostility > 0 ? 1u : 0u), 0, 0);
            sink.Add(strand, Feature.Hash(HostileAlone, (uint)strand, bucket), 0, 0);
        }
    }

    // "4" is the number of a bullet; "not 4" is what only looks like it.
    private static int Told(string heading) =>
        heading.Split(' ') is ["not", var number] ? -int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : int.Parse(heading, System.Globalization.CultureInfo.InvariantCulture);

    private void ReadBehaviours<TSink>(ReadText read, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        read.DropHits();
        _behaviours.Match(read);
        foreach (ref readonly var hit in read.Hits)
        {
            sink.AddForAll(Feature.Hash(Behaviour, (uint)hit.Rule), hit.First, hit.End);
            sink.AddInput(Inputs.OfBehaviour(hit.Rule), hit.First, hit.End);
            if (_told[hit.Rule] is var told and > 0)
                sink.Tells(told, hit.First, hit.End);
        }

        read.DropHits();
    }

    private void ReadInputs<TSink>(ReadText read, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        PhraseInputs.Read(read, 0, read.Count, ref sink);
        foreach (ref readonly var hit in read.Hits)
        {
            sink.AddInput(Inputs.OfLikely(hit.Rule), hit.First, hit.End);
            if (hit.FocusFirst >= 0)
                sink.AddInput(Inputs.OfFocus(hit.Rule), hit.FocusFirst, hit.FocusEnd);
        }
    }

    private void ReadWords<TSink>(ReadOnlySpan<Unit> units, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var isSmall = !units.IsEmpty && IsSmall(units[0]);
        for (var i = 0; i < units.Length; i++)
        {
            ref readonly var unit = ref units[i];
            ref readonly var next = ref units[Math.Min(i + 1, units.Length - 1)];
            var isNextSmall = IsSmall(next);
            if (unit.Shape != 0 && !isSmall && !sink.AddWordForAll(unit.Word, unit.First))
                ReadWord(unit, ref sink);
            if (unit.Shape != 0 && next.Shape != 0 && !(isSmall & isNextSmall) && next.Sentence == unit.Sentence && i + 1 < units.Length)
                sink.AddForAll(Feature.Hash(Pair, unit.Shape, next.Shape), unit.First, next.End);
            isSmall = isNextSmall;
        }
    }

    private static void ReadWord<TSink>(in Unit unit, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        sink.AddForAll(OfWord(unit.Shape), unit.First, unit.End);
        if (unit.Stem != unit.Shape)
            sink.AddForAll(OfStem(unit.Stem), unit.First, unit.End);
    }

    private bool IsSmall(in Unit unit) => _lexicon.IsSmall(unit.Kind);

    private Standing ReadStrand<TSink>(ReadText read, ReadOnlySpan<Unit> units, SentenceTones tones, HostileSentences hostile, int strand, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var standing = ReadRules(read, tones, strand, ref sink);
        for (var i = 0; i < units.Length; i++)
            if (_strands.TierOf(units[i].Kind, strand) is var tier and not Tier.None)
                standing = standing.With(new MentionReader(read, units, tones, hostile, _strands, _traits, _kinds, strand).Read(i, tier, ref sink));
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

    // How many different things make one think of a characteristic, and whether anything hostile is done.
    private void ReadHints<TSink>(ReadText read, ReadOnlySpan<Unit> units, ReadOnlySpan<Standing> standings, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        System.Span<int> counts = stackalloc int[Strands.Count];
        foreach (ref readonly var term in read.Terms)
            for (var hints = (uint)_strands.HintsOf(term.Kind); hints != 0; hints &= hints - 1)
                counts[System.Numerics.BitOperations.TrailingZeroCount(hints)]++;
        var traits = 0UL;
        foreach (ref readonly var unit in units)
            traits |= unit.Traits;
        var hostile = (traits & _traits.Hostile) != 0 ? 1u : 0u;
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            if (counts[strand] == 0)
                continue;
            var count = (uint)Math.Min(counts[strand], 5);
            sink.Add(strand, Feature.Hash(Hints, count, hostile), 0, 0);
            sink.Add(strand, Feature.Hash(HintsBeside, count, (uint)standings[strand].Strongest, counts[strand] == most ? 1u : 0u), 0, 0);
        }
    }

    // A few bare words with a group's name in them are more often what was shouted or written than a story.
    private static void ReadSize<TSink>(ReadText read, ReadOnlySpan<Standing> standings, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var size = read.Count switch { <= 4 => 0u, <= 7 => 1u, <= 11 => 2u, <= 16 => 3u, <= 24 => 4u, <= 48 => 5u, _ => 6u };
        var most = Evidence.None;
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            var own = standings[strand].Strongest;
            most = own > most ? own : most;
            if (own != Evidence.None)
                sink.Add(strand, Feature.Hash(SizeOwn, size, (uint)own), 0, 0);
        }

        sink.AddForAll(Feature.Hash(Size, size), 0, 0);
        sink.AddForAll(Feature.Hash(SizeMost, size, (uint)most), 0, 0);
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
