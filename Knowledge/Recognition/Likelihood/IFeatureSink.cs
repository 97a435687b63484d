using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Takes the features of an account as they are read.</summary>
internal interface IFeatureSink : IPhraseSink
{
    /// <summary>A feature that means the same for every characteristic: how an identity stands, how plain a rule is.</summary>
    void Add(int strand, uint feature, int first, int end);

    /// <summary>A feature that means something else for each characteristic: a word, two words together.</summary>
    void AddForAll(uint feature, int first, int end);

    /// <summary>Takes what a word of the lexicon means for each characteristic at once, itself and its stem; false when it has to be told feature by feature.</summary>
    /// <param name="word">Its number; 0 when it is not in the lexicon.</param>
    /// <param name="at">Where it stands.</param>
    bool AddWordForAll(int word, int at);

    /// <summary>A rule that tells of a behaviour of policy 3.5, 1 to 10.</summary>
    void Tells(int behaviour, int first, int end);
}
