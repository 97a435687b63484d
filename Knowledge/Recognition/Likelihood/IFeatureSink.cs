namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Takes the features of an account as they are read.</summary>
internal interface IFeatureSink
{
    /// <summary>A feature that means the same for every characteristic: how an identity stands, how plain a rule is.</summary>
    void Add(int strand, uint feature, int first, int end);

    /// <summary>A feature that means something else for each characteristic: a word, two words together.</summary>
    void AddForAll(uint feature, int first, int end);

    /// <summary>A rule that tells of a behaviour of policy 3.5, 1 to 10.</summary>
    void Tells(int behaviour, int first, int end);

    /// <summary>What words from one up to, not including, another are to the phrase filters, by one of the keys of <see cref="PhraseInputs"/>.</summary>
    void AddInput(uint key, int first, int end);

    /// <summary>The same for a kind of term: all its classes.</summary>
    void AddInputs(int kind, int first, int end);

    /// <summary>The same for the ways a word stands, as bits.</summary>
    void AddMarks(int marks, int at);

    /// <summary>The same for a word by its key, and the kind of term it is by itself; 0 when it is none.</summary>
    void AddWord(uint key, int kind, int at);
}
