using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>The learned weights of danger, and what each word of the lexicon weighs with its stem, added up once: half of what a message shows is its words.</summary>
internal sealed class UrgencyWeights
{
    private readonly float[] _words;

    /// <summary>Takes the weights, for texts read by the given lexicon.</summary>
    public UrgencyWeights(Weights weights, Lexicon lexicon)
    {
        Learned = weights;
        _words = new float[lexicon.Vocabulary.Spelling.Length * WeightRow.Few];
        for (var word = 1; word < lexicon.Vocabulary.Spelling.Length; word++)
        {
            var (shape, stem) = lexicon.FeaturesOf(word);
            Add(UrgencyFeatures.OfWord(shape), word);
            if (stem != shape)
                Add(UrgencyFeatures.OfStem(stem), word);
        }
    }

    /// <summary>The weights of each feature.</summary>
    public Weights Learned { get; }

    /// <summary>What a word of the lexicon weighs with its stem, as many weights as <see cref="WeightRow.Few"/>; those beyond the columns mean nothing.</summary>
    public ReadOnlySpan<float> OfWord(int word) => _words.AsSpan(word * WeightRow.Few, WeightRow.Few);

    private void Add(uint feature, int word)
    {
        if (Learned.Each(feature) is { IsKnown: true } row)
            row.AddFewTo(_words.AsSpan(word * WeightRow.Few, WeightRow.Few));
    }
}
