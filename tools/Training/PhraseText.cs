namespace ReportBot.Training;

/// <summary>A labelled text as the phrase filters see it.</summary>
/// <param name="Words">The words' own keys.</param>
/// <param name="Others">For each word the keys of what else it is.</param>
/// <param name="Plain">For each word whether it names a group: another group's name could stand there.</param>
/// <param name="Holds">The columns that hold, as bits.</param>
/// <param name="Known">The columns that are labelled, as bits: the others teach nothing.</param>
internal sealed record PhraseText(uint[] Words, uint[][] Others, bool[] Plain, int Holds, int Known)
{
    /// <summary>For each word that is not in the lexicon the keys of its letters, which stand for it where it is left out or was seen too seldom; none for the others.</summary>
    public uint[][] Letters { get; init; } = [.. Words.Select(static _ => Array.Empty<uint>())];
}

/// <summary>How the phrase filters learn.</summary>
/// <param name="Columns">How many questions are answered.</param>
/// <param name="Rounds">How often every text is looked at.</param>
/// <param name="Batch">After how many texts the weights move.</param>
/// <param name="Rate">How far they move at first; it falls to nothing round by round.</param>
/// <param name="Decay">How much of a weight is forgotten, times the rate.</param>
/// <param name="Seen">In how many texts an input must stand.</param>
/// <param name="LettersSeen">In how many texts letters must stand together.</param>
/// <param name="WordsLeftOut">The share of words that are left out of a text, so that no word is relied on.</param>
/// <param name="NamesLeftOut">The share of groups' names left out beyond that, so that what is learned of one group holds for all.</param>
/// <param name="PartsLeftOut">The share of a word's numbers left out.</param>
/// <param name="AnswersLeftOut">The share of filters left out.</param>
internal sealed record PhraseTrainerOptions(
    int Columns, int Rounds = 14, int Batch = 32, float Rate = 1e-3f, float Decay = 0.02f, int Seen = 4, int LettersSeen = 16, float WordsLeftOut = 0.15f, float NamesLeftOut = 0.3f, float PartsLeftOut = 0.2f, float AnswersLeftOut = 0.5f);
