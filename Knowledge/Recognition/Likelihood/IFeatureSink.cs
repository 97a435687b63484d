using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Takes the features of an account as they are read.</summary>
internal interface IFeatureSink : IPhraseSink
{
    /// <summary>A feature that means the same for every characteristic: how an identity stands, how plain a rule is.</summary>
    void Add(int strand, uint feature, int first, int end);

    /// <summary>A feature that means something else for each characteristic: a word, two words together.</summary>
    void AddForAll(uint feature, int first, int end);

    /// <summary>The features of a word or a term: <see cref="FeatureReader.OfWord"/>, and where its stem is another, <see cref="FeatureReader.OfStem"/>.</summary>
    void AddUnit(in Unit unit);

    /// <summary>A rule that tells of a behaviour of policy 3.5, 1 to 10.</summary>
    void Tells(int behaviour, int first, int end);
}
