using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>How likely a message tells of danger, by what was learned: above 0 is more likely than not.</summary>
/// <param name="Emergency">That someone is in danger now, self-harm included.</param>
/// <param name="SelfHarm">That someone means to die or to hurt themselves.</param>
/// <param name="LowMood">That the person is hopeless without intent.</param>
internal readonly record struct UrgencyScores(float Emergency, float SelfHarm, float LowMood)
{
    /// <summary>Less than any.</summary>
    public static UrgencyScores Least { get; } = new(float.MinValue, float.MinValue, float.MinValue);

    /// <summary>The higher of each.</summary>
    public UrgencyScores Or(UrgencyScores other) =>
        new(Math.Max(Emergency, other.Emergency), Math.Max(SelfHarm, other.SelfHarm), Math.Max(LowMood, other.LowMood));
}

/// <summary>
/// Scores the stretches of a message with learned weights. The highest of all stretches counts. Where the weights are not sure whether it is an emergency,
/// phrase filters are asked as well, and both count half.
/// </summary>
internal sealed class UrgencyJudge(UrgencyFeatures features, Weights weights, UrgencyPhrases phrases)
{
    private const float Sure = 5, Half = 0.5f;

    /// <summary>How many questions are answered: emergency, self-harm, low mood.</summary>
    public const int Columns = 3;

    private const int MostWaiting = 1024;

    [ThreadStatic]
    private static uint[]? t_waiting;

    /// <summary>The scores of a message whose rules have been matched.</summary>
    public UrgencyScores Score(ReadText read)
    {
        var scores = UrgencyScores.Least;
        for (var windows = new Windows(read); windows.MoveNext();)
            scores = scores.Or(Score(read, windows.First, windows.End));
        return scores;
    }

    /// <summary>The sentence that scores highest by itself as an emergency. What stands around it, an account of what is over, says nothing of it.</summary>
    public (UrgencyScores Scores, int First, int End) Gravest(ReadText read)
    {
        var gravest = (Scores: UrgencyScores.Least, First: 0, End: 0);
        for (var sentences = new Sentences(read); sentences.MoveNext();)
            if (Score(read, sentences.First, sentences.End) is var scores && scores.Emergency > gravest.Scores.Emergency)
                gravest = (scores, sentences.First, sentences.End);
        return gravest;
    }

    /// <summary>The stretches of words that spoke most for an answer, in every stretch of the message that scores above the given.</summary>
    public List<Share> Shares(ReadText read, int column, float above)
    {
        var shares = new List<Share>();
        for (var windows = new Windows(read); windows.MoveNext();)
        {
            var scores = Score(read, windows.First, windows.End);
            if ((column == 0 ? scores.Emergency : column == 1 ? scores.SelfHarm : scores.LowMood) <= above)
                continue;
            AddShares(read, windows.First, windows.End, column, shares);
        }

        return shares;
    }

    /// <summary>The scores of the sentences in which words stand, by themselves.</summary>
    public UrgencyScores ScoreAround(ReadText read, int first, int end)
    {
        var scores = UrgencyScores.Least;
        for (var sentences = new Sentences(read); sentences.MoveNext() && sentences.First < end;)
            if (sentences.End > first)
                scores = scores.Or(Score(read, sentences.First, sentences.End));
        return scores;
    }

    /// <summary>The stretches of words that spoke most for an emergency in the words from one up to, not including, another.</summary>
    public List<Share> Shares(ReadText read, int first, int end)
    {
        var shares = new List<Share>();
        AddShares(read, first, end, 0, shares);
        return shares;
    }

    /// <summary>The scores of the words from one up to, not including, another, by themselves; no more than a stretch has.</summary>
    public UrgencyScores Score(ReadText read, int first, int end)
    {
        var sink = new SumSink(weights.Rows, t_waiting ??= new uint[MostWaiting]);
        features.Read(read, first, end, ref sink);
        var scores = sink.Scores();
        return Math.Abs(scores.Emergency) > Sure ? scores : scores with { Emergency = Half * (scores.Emergency + phrases.Score(read, first, end)) };
    }

    private void AddShares(ReadText read, int first, int end, int column, List<Share> shares)
    {
        var sink = new ShareSink(weights, column, shares);
        features.Read(read, first, end, ref sink);
        if (column == 0)
            phrases.AddShares(read, first, end, 1, shares);
    }

    // Features wait until there are many, so that looking one up does not wait for another.
    private struct SumSink(WeightTable rows, uint[] waiting) : IUrgencySink
    {
        private int _waits;

        // Says nothing: so that memory is asked for, what comes of it must be used.
        private int _touched;
        private float _emergency;
        private float _selfHarm;
        private float _lowMood;

        public void Add(uint feature, int first, int end)
        {
            waiting[_waits] = feature;
            _waits += rows.Likely(feature);
            if (_waits == waiting.Length)
                Settle();
        }

        public UrgencyScores Scores()
        {
            Settle();
            return new UrgencyScores(_emergency, _selfHarm, _lowMood);
        }

        private void Settle()
        {
            foreach (var feature in waiting.AsSpan(0, _waits))
                _touched += rows.Touch(feature);
            foreach (var feature in waiting.AsSpan(0, _waits))
            {
                if (rows.Search(feature) is not (var place and >= 0))
                    continue;
                var row = rows.Row(place);
                _emergency += row[0];
                _selfHarm += row[1];
                _lowMood += row[2];
            }

            _waits = 0;
        }
    }

    private readonly struct ShareSink(Weights weights, int column, List<Share> shares) : IUrgencySink
    {
        public void Add(uint feature, int first, int end)
        {
            if (end > first && weights.Each(feature) is { IsKnown: true } row)
                shares.Add(new Share(first, end, row[column]));
        }
    }
}
