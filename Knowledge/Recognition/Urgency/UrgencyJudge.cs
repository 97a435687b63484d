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

    /// <summary>The sum of each.</summary>
    public UrgencyScores With(UrgencyScores more) => new(Emergency + more.Emergency, SelfHarm + more.SelfHarm, LowMood + more.LowMood);

    /// <summary>The higher of each.</summary>
    public UrgencyScores Or(UrgencyScores other) =>
        new(Math.Max(Emergency, other.Emergency), Math.Max(SelfHarm, other.SelfHarm), Math.Max(LowMood, other.LowMood));
}

/// <summary>What was read of a message; good until the next is read.</summary>
/// <param name="stretches">Its stretches.</param>
/// <param name="sentences">Its sentences, each by itself and by the weights alone.</param>
internal readonly ref struct UrgencyReading(ReadOnlySpan<ScoredWords> stretches, ReadOnlySpan<ScoredWords> sentences)
{
    /// <summary>Its stretches, in order.</summary>
    public ReadOnlySpan<ScoredWords> Stretches { get; } = stretches;

    /// <summary>Its sentences, in order, each by itself and by the weights alone.</summary>
    public ReadOnlySpan<ScoredWords> Sentences { get; } = sentences;

    /// <summary>The highest scores of all stretches.</summary>
    public UrgencyScores Scores
    {
        get
        {
            var scores = UrgencyScores.Least;
            foreach (ref readonly var stretch in Stretches)
                scores = scores.Or(stretch.Scores);
            return scores;
        }
    }
}

/// <summary>
/// Scores the stretches of a message with learned weights, and each sentence by itself. Where the weights are not sure whether it is an emergency,
/// phrase filters are asked as well, and both count half.
/// </summary>
internal sealed class UrgencyJudge(UrgencyFeatures features, UrgencyWeights weights, UrgencyPhrases phrases)
{
    // Beyond these the weights alone decide; of 3,049 emergencies none was missed by it. A sentence that weighs as little as the last by itself is not asked about a second time.
    private const float Sure = 5, SureNot = -4, Half = 0.5f, Hopeless = -3;

    /// <summary>How many questions are answered: emergency, self-harm, low mood.</summary>
    public const int Columns = 3;

    [ThreadStatic]
    private static UrgencySums? t_sums;

    /// <summary>Reads a message whose rules have been matched.</summary>
    public UrgencyReading Read(ReadText read)
    {
        var sums = t_sums ??= new UrgencySums();
        sums.Begin();
        for (var windows = new Windows(read); windows.MoveNext();)
            sums.Weigh(features, weights, read, windows.First, windows.End);
        sums.WeighTheRest(features, weights, read);
        foreach (ref var stretch in sums.Stretches)
            stretch = Judged(read, stretch);
        return new UrgencyReading(sums.Stretches, sums.Sentences);
    }

    /// <summary>The sentence that scores highest by itself as an emergency. What stands around it, an account of what is over, says nothing of it.</summary>
    public ScoredWords Gravest(ReadText read, UrgencyReading reading)
    {
        var gravest = new ScoredWords(0, 0, UrgencyScores.Least);
        foreach (ref readonly var sentence in reading.Sentences)
            if (sentence.Scores.Emergency > Hopeless && Judged(read, reading, sentence) is var judged && judged.Scores.Emergency > gravest.Scores.Emergency)
                gravest = judged;
        return gravest;
    }

    /// <summary>The stretches of words that spoke most for an answer, in every stretch of the message that scores above the given.</summary>
    public List<Share> Shares(ReadText read, UrgencyReading reading, int column, float above)
    {
        var shares = new List<Share>();
        foreach (ref readonly var stretch in reading.Stretches)
            if ((column == 0 ? stretch.Scores.Emergency : column == 1 ? stretch.Scores.SelfHarm : stretch.Scores.LowMood) > above)
                AddShares(read, stretch.First, stretch.End, column, shares);
        return shares;
    }

    /// <summary>The scores of the sentences in which words stand, by themselves.</summary>
    public UrgencyScores ScoreAround(ReadText read, UrgencyReading reading, int first, int end)
    {
        var scores = UrgencyScores.Least;
        foreach (ref readonly var sentence in reading.Sentences)
            if (sentence.First < end && sentence.End > first)
                scores = scores.Or(Judged(read, reading, sentence).Scores);
        return scores;
    }

    /// <summary>The stretches of words that spoke most for an emergency in a sentence.</summary>
    public List<Share> Shares(ReadText read, in ScoredWords sentence)
    {
        var shares = new List<Share>();
        AddShares(read, sentence.First, sentence.End, 0, shares);
        return shares;
    }

    private ScoredWords Judged(ReadText read, UrgencyReading reading, in ScoredWords sentence) =>
        reading.Stretches[0] is var whole && (whole.First, whole.End) == (sentence.First, sentence.End) ? whole : Judged(read, sentence);

    private ScoredWords Judged(ReadText read, in ScoredWords words) =>
        words.Scores.Emergency is > Sure or < SureNot ? words : words with { Scores = words.Scores with { Emergency = Half * (words.Scores.Emergency + phrases.Score(read, words.First, words.End)) } };

    private void AddShares(ReadText read, int first, int end, int column, List<Share> shares)
    {
        var sink = new ShareSink(weights.Learned, column, shares);
        features.Read(read, first, end, ref sink);
        if (column == 0)
            phrases.AddShares(read, first, end, shares);
    }

    private readonly struct ShareSink(Weights weights, int column, List<Share> shares) : IUrgencySink
    {
        public void Add(uint feature, int first, int end)
        {
            if (end > first && weights.Each(feature) is { IsKnown: true } row)
                shares.Add(new Share(first, end, row[column]));
        }

        public bool AddWord(int id, int at) => false;

        public void AddToStretch(uint feature, int first, int end) => Add(feature, first, end);

        public void AddToSentence(uint feature, int word)
        {
        }
    }
}
