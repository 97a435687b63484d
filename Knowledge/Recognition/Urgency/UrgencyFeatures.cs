using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>Takes the features of a stretch of words as they are read, and with them those that its sentences have by themselves.</summary>
internal interface IUrgencySink
{
    /// <summary>A feature of the words it stands for: of the stretch, and of the sentence if one holds them all.</summary>
    void Add(uint feature, int first, int end);

    /// <summary>Takes all features of a word of the lexicon at once, itself and its stem; false when they have to be told one by one.</summary>
    /// <param name="id">Its number; 0 when it is not in the lexicon.</param>
    /// <param name="at">Where it stands.</param>
    bool AddWord(int id, int at);

    /// <summary>A feature that words have only as part of the stretch.</summary>
    void AddToStretch(uint feature, int first, int end);

    /// <summary>A feature that the sentence of a word has only when it is read by itself. There is none where the stretch is one sentence.</summary>
    void AddToSentence(uint feature, int word);
}

/// <summary>
/// Reads what a stretch of a message shows of danger: its words and their stems, two together, the kinds of words of
/// Lexicon/danger.txt in the order they come, and the signs that the rules found with what stands around them.
/// </summary>
internal sealed class UrgencyFeatures
{
    private const uint Word = 101, Stem = 102, Pair = 103, Skip = 105, Kind = 106, KindPair = 107, KindWord = 108, WordKind = 109, Sign = 110, SignTone = 111,
        Length = 112, First = 113, Last = 114, Always = 115, Ending = 117, EndingAfter = 118;

    // What stands before the first word.
    private const uint Nothing = 1;

    private const string Prefix = "d.";
    private const int Reach = 6;

    private readonly DangerSigns _signs;
    private readonly ToneReader _tones;
    private readonly ulong[] _kinds;

    /// <summary>Looks up the kinds of words that tell of danger.</summary>
    public UrgencyFeatures(Lexicon lexicon, DangerSigns signs, ToneReader tones)
    {
        (_signs, _tones) = (signs, tones);
        int[] classes = [.. lexicon.ClassNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(lexicon.Class)];
        _kinds = new ulong[lexicon.KindCount];
        for (var kind = 1; kind < _kinds.Length; kind++)
            for (var i = 0; i < classes.Length; i++)
                if (lexicon.Has(kind, classes[i]))
                    _kinds[kind] |= 1UL << i;
    }

    /// <summary>The feature of a word.</summary>
    public static uint OfWord(uint shape) => Feature.Hash(Word, shape);

    /// <summary>The feature of the stem of a word.</summary>
    public static uint OfStem(uint stem) => Feature.Hash(Stem, stem);

    /// <summary>Reads the words from one up to, not including, another. The rules have been matched.</summary>
    public void Read<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        sink.AddToStretch(Always, 0, 0);
        if (first >= end)
            return;
        sink.AddToStretch(LengthOf(first, end), 0, 0);
        sink.AddToStretch(Feature.Hash(First, read.Shape(first)), first, first + 1);
        sink.AddToStretch(Feature.Hash(Last, read.Shape(end - 1)), end - 1, end);
        ReadWords(read, first, end, ref sink);
        ReadKinds(read, first, end, ref sink);
        ReadSigns(read, first, end, ref sink);
        if (read.Words[first].Sentence != read.Words[end - 1].Sentence)
            ReadSentences(read, first, end, ref sink);
    }

    private static uint LengthOf(int first, int end) => Feature.Hash(Length, (uint)Math.Min(8, (end - first) / 4));

    private static void ReadWords<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        var (before, beforeStem, further) = (Nothing, Nothing, Nothing);
        for (var i = first; i < end; i++)
        {
            var (shape, stem) = (read.Shape(i), read.Stem(i));
            if (!sink.AddWord(read.Words[i].Id, i))
                ReadWord(shape, stem, i, ref sink);
            sink.Add(Feature.Hash(Pair, before, shape), Math.Max(first, i - 1), i + 1);
            if (further != Nothing)
                sink.Add(Feature.Hash(Skip, further, stem), i - 2, i + 1);
            if (read.Ending(i) is var ending and not Reading.Ending.None)
            {
                sink.Add(Feature.Hash(Ending, (uint)ending), i, i + 1);
                sink.Add(Feature.Hash(EndingAfter, before, (uint)ending), Math.Max(first, i - 1), i + 1);
            }

            (further, before, beforeStem) = (beforeStem, shape, stem);
        }
    }

    private static void ReadWord<TSink>(uint shape, uint stem, int at, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        sink.Add(OfWord(shape), at, at + 1);
        if (stem != shape)
            sink.Add(OfStem(stem), at, at + 1);
    }

    private void ReadKinds<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        System.Span<ulong> kinds = stackalloc ulong[Windows.Longest];
        System.Span<int> ends = stackalloc int[Windows.Longest];
        for (var i = first; i < end; i++)
            kinds[i - first] = KindsAt(read, i, out ends[i - first]);
        for (var i = first; i < end; i++)
            for (var rest = kinds[i - first]; rest != 0;)
            {
                var (kind, after) = (Take(ref rest), ends[i - first]);
                sink.Add(Feature.Hash(Kind, kind), i, after);
                if (after < end)
                    sink.Add(Feature.Hash(KindWord, kind, read.Stem(after)), i, after + 1);
                if (i > first)
                    sink.Add(Feature.Hash(WordKind, read.Stem(i - 1), kind), i - 1, after);
                for (var j = i + 1; j < Math.Min(end, i + Reach); j++)
                    for (var others = kinds[j - first]; others != 0;)
                        sink.Add(Feature.Hash(KindPair, kind, Take(ref others)), i, ends[j - first]);
            }
    }

    private void ReadSigns<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        if (read.HitCount == 0)
            return;
        var tones = TonesOf(read, first, end);
        foreach (ref readonly var hit in read.Hits)
        {
            if (hit.First < first || hit.End > end)
                continue;
            var sign = SignOf(read, hit);
            sink.Add(Feature.Hash(Sign, sign), hit.First, hit.End);
            sink.AddToStretch(Feature.Hash(SignTone, sign, (uint)tones), hit.First, hit.End);
        }
    }

    // What is other about a sentence read by itself: where it begins and ends, how long it is, and that nothing around it sets its tone.
    private void ReadSentences<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IUrgencySink
    {
        for (var (start, after) = (first, first); start < end; start = after)
        {
            while (after < end && read.Words[after].Sentence == read.Words[start].Sentence)
                after++;
            sink.AddToSentence(Always, start);
            sink.AddToSentence(LengthOf(start, after), start);
            sink.AddToSentence(Feature.Hash(First, read.Shape(start)), start);
            sink.AddToSentence(Feature.Hash(Last, read.Shape(after - 1)), start);
            if (start == first)
                continue;
            sink.AddToSentence(Feature.Hash(Pair, Nothing, read.Shape(start)), start);
            if (read.Ending(start) is var ending and not Reading.Ending.None)
                sink.AddToSentence(Feature.Hash(EndingAfter, Nothing, (uint)ending), start);
        }

        foreach (ref readonly var hit in read.Hits)
            if (hit.First >= first && hit.End <= end && read.Words[hit.First].Sentence == read.Words[hit.End - 1].Sentence)
                sink.AddToSentence(Feature.Hash(SignTone, SignOf(read, hit), (uint)TonesAround(read, hit.First, first, end)), hit.First);
    }

    private uint SignOf(ReadText read, in RuleHit hit) => (uint)_signs.Of(hit) + (_signs.IsCovered(read, hit) ? 20u : 0) + (_signs.Holds(read, hit) ? 0 : 40u);

    // The tones of a word's sentence, as far as it stands in the stretch.
    private Tones TonesAround(ReadText read, int word, int first, int end)
    {
        var (start, after) = (word, word);
        while (start > first && read.Words[start - 1].Sentence == read.Words[word].Sentence)
            start--;
        while (after < end && read.Words[after].Sentence == read.Words[word].Sentence)
            after++;
        return TonesOf(read, start, after);
    }

    private Tones TonesOf(ReadText read, int first, int end)
    {
        var tones = Tones.None;
        for (var i = first; i < end; i++)
            foreach (ref readonly var term in read.TermsAt(i))
                tones |= _tones.Of(term);
        return tones;
    }

    private ulong KindsAt(ReadText read, int word, out int end)
    {
        var kinds = 0UL;
        end = word + 1;
        foreach (ref readonly var term in read.TermsAt(word))
        {
            if (_kinds[term.Kind] == 0)
                continue;
            kinds |= _kinds[term.Kind];
            end = Math.Max(end, term.End);
        }

        return kinds;
    }

    private static uint Take(ref ulong kinds)
    {
        var lowest = (uint)System.Numerics.BitOperations.TrailingZeroCount(kinds);
        kinds &= kinds - 1;
        return lowest;
    }
}
