using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>Some words of a message and their scores.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Scores">What they score.</param>
internal readonly record struct ScoredWords(int First, int End, UrgencyScores Scores);

/// <summary>
/// Adds up the weights of a stretch of words and, in the same reading, of each of its sentences: most of what a sentence shows by itself is what it brings to the stretch.
/// Kept for one thread and used again, so that scoring allocates nothing.
/// </summary>
internal sealed class UrgencySums
{
    private const int MostWaiting = 1024;

    // What spans sentences has the first place; then come two for each sentence: for what it shares with the stretch, and for what it has by itself.
    private const int Spanning = 0, Shared = 1, Alone = 2, PlacesEach = 2;

    private readonly (uint Feature, int Place)[] _waiting = new (uint, int)[MostWaiting];
    private readonly float[] _sums = new float[(1 + (PlacesEach * Windows.Longest)) * WeightRow.Few];
    private readonly List<ScoredWords> _stretches = [];
    private readonly List<ScoredWords> _sentences = [];
    private UrgencyWeights? _weights;
    private WeightTable? _rows;
    private int _waits;

    /// <summary>The stretches weighed, in their order.</summary>
    public Span<ScoredWords> Stretches => CollectionsMarshal.AsSpan(_stretches);

    /// <summary>The sentences weighed, in their order, each by itself.</summary>
    public ReadOnlySpan<ScoredWords> Sentences => CollectionsMarshal.AsSpan(_sentences);

    /// <summary>Forgets the last message.</summary>
    public void Begin()
    {
        _stretches.Clear();
        _sentences.Clear();
    }

    /// <summary>Weighs a stretch of words, and those of its sentences that were not weighed before and stand in it as a whole.</summary>
    public void Weigh(UrgencyFeatures features, UrgencyWeights weights, ReadText read, int first, int end)
    {
        var stretch = Sum(features, weights, read, first, end);
        _stretches.Add(new ScoredWords(first, end, stretch));
        AddSentences(read, first, end, stretch);
    }

    /// <summary>Weighs the sentences that stood in no stretch as a whole, once all stretches are weighed. One longer than the longest stretch is cut.</summary>
    public void WeighTheRest(UrgencyFeatures features, UrgencyWeights weights, ReadText read)
    {
        var words = read.Words;
        for (var (first, end, at) = (0, 0, 0); first < words.Length; first = end)
        {
            while (end < words.Length && words[end].Sentence == words[first].Sentence)
                end++;
            if (at < _sentences.Count && _sentences[at].First == first)
                at++;
            else
                for (var start = first; start < end; start += Windows.Longest)
                    _sentences.Insert(at++, new ScoredWords(start, Math.Min(end, start + Windows.Longest), Sum(features, weights, read, start, Math.Min(end, start + Windows.Longest))));
        }
    }

    private UrgencyScores Sum(UrgencyFeatures features, UrgencyWeights weights, ReadText read, int first, int end)
    {
        var words = read.Words;
        var (one, last) = (words[first].Sentence, words[end - 1].Sentence);
        (_weights, _rows, _waits) = (weights, weights.Learned.Rows, 0);
        Array.Clear(_sums, 0, (1 + (PlacesEach * (last - one + 1))) * WeightRow.Few);
        var sink = new Sink(this, read, one);
        features.Read(read, first, end, ref sink);
        Settle();
        var stretch = At(Spanning);
        for (var sentence = one; sentence <= last; sentence++)
            stretch = stretch.With(At(Shared + (PlacesEach * (sentence - one))));
        return stretch;
    }

    private void AddSentences(ReadText read, int first, int end, UrgencyScores stretch)
    {
        var words = read.Words;
        var next = _sentences.Count == 0 ? 0 : _sentences[^1].End;
        for (var (start, after) = (first, first); start < end; start = after)
        {
            while (after < end && words[after].Sentence == words[start].Sentence)
                after++;
            var isWhole = (start == 0 || words[start - 1].Sentence != words[start].Sentence) && (after == words.Length || words[after].Sentence != words[start].Sentence);
            if (start < next || !isWhole)
                continue;
            var place = PlacesEach * (words[start].Sentence - words[first].Sentence);
            _sentences.Add(new ScoredWords(start, after, (start, after) == (first, end) ? stretch : At(Shared + place).With(At(Alone + place))));
            next = after;
        }
    }

    private UrgencyScores At(int place)
    {
        var sums = _sums.AsSpan(place * WeightRow.Few, UrgencyJudge.Columns);
        return new UrgencyScores(sums[0], sums[1], sums[2]);
    }

    // Features wait until there are many, and their memory has come meanwhile.
    private void Settle()
    {
        var rows = _rows!;
        foreach (ref readonly var waiting in _waiting.AsSpan(0, _waits))
            if (rows.Search(waiting.Feature) is var row and not WeightTable.Nowhere)
                rows.Row(row).AddFewTo(_sums.AsSpan(waiting.Place * WeightRow.Few, WeightRow.Few));
        _waits = 0;
    }

    private readonly struct Sink(UrgencySums sums, ReadText read, int firstSentence) : IUrgencySink
    {
        public void Add(uint feature, int first, int end) =>
            Wait(feature, read.Words[first].Sentence is var sentence && read.Words[end - 1].Sentence == sentence ? Shared + (PlacesEach * (sentence - firstSentence)) : Spanning);

        public bool AddWord(int id, int at)
        {
            if (id == 0)
                return false;
            var place = Shared + (PlacesEach * (read.Words[at].Sentence - firstSentence));
            WeightRow.Add(sums._weights!.OfWord(id), sums._sums.AsSpan(place * WeightRow.Few, WeightRow.Few));
            return true;
        }

        public void AddToStretch(uint feature, int first, int end) => Wait(feature, Spanning);

        public void AddToSentence(uint feature, int word) => Wait(feature, Alone + (PlacesEach * (read.Words[word].Sentence - firstSentence)));

        private void Wait(uint feature, int place)
        {
            var (waiting, rows) = (sums._waiting, sums._rows!);
            waiting[sums._waits] = (feature, place);
            var likely = rows.Likely(feature);
            rows.Fetch(feature, likely);
            sums._waits += likely;
            if (sums._waits == waiting.Length)
                sums.Settle();
        }
    }
}
