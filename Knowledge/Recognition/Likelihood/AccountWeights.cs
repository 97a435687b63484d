using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>The learned weights of accounts, and where those of each word of the lexicon stand, looked up once.</summary>
internal sealed class AccountWeights
{
    private readonly (int Word, int Stem)[] _rows;

    /// <summary>Takes the weights, for texts read by the given lexicon.</summary>
    public AccountWeights(Weights weights, Lexicon lexicon)
    {
        Learned = weights;
        _rows = new (int, int)[lexicon.Vocabulary.Spelling.Length];
        for (var word = 0; word < _rows.Length; word++)
        {
            var (shape, stem) = lexicon.FeaturesOf(word);
            _rows[word] = (weights.Rows.Find(FeatureReader.OfWord(shape)), stem == shape ? WeightTable.Nowhere : weights.Rows.Find(FeatureReader.OfStem(stem)));
        }
    }

    /// <summary>The weights of each feature.</summary>
    public Weights Learned { get; }

    /// <summary>The places of a word's row of weights and of its stem's; <see cref="WeightTable.Nowhere"/> for one that has none, or where the stem is the word.</summary>
    public (int Word, int Stem) RowsOf(int word) => _rows[word];
}
