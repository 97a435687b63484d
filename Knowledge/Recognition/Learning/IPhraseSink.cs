namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Takes what the words of a text are to the phrase filters, as they are read.</summary>
internal interface IPhraseSink
{
    /// <summary>What words from one up to, not including, another are to the phrase filters, by one of the keys of <see cref="PhraseInputs"/>.</summary>
    void AddInput(uint key, int first, int end);

    /// <summary>The same for a kind of term: all its classes.</summary>
    void AddInputs(int kind, int first, int end);

    /// <summary>The same for the ways a word stands, as bits.</summary>
    void AddMarks(int marks, int at);

    /// <summary>The same for a word by its key, and the kind of term it is by itself; 0 when it is none. False when nothing is known of it, so that its letters are worth reading.</summary>
    bool AddWord(uint key, int kind, int at);

    /// <summary>Three neighbouring letters of a word that is not in the lexicon.</summary>
    void AddLetters(uint key, int at);
}
