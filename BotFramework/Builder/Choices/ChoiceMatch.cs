namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Words of one choice found in someone's words.</summary>
/// <param name="Index">The place of the choice in the list.</param>
/// <param name="Phrase">The words of the choice that were looked for.</param>
/// <param name="First">The first word found.</param>
/// <param name="Last">The last word found.</param>
/// <param name="Matched">How many words were found.</param>
/// <param name="Score">How well they fit: all words of the phrase and no others between them is 1.</param>
internal readonly record struct ChoiceMatch(int Index, string Phrase, int First, int Last, int Matched, float Score)
{
    /// <summary>Whether both claim a word of the same text.</summary>
    public bool Overlaps(ChoiceMatch other) => First <= other.Last && other.First <= Last;

    /// <summary>The better match first: more words, then a better fit, then the earlier.</summary>
    public static int BestFirst(ChoiceMatch one, ChoiceMatch other)
    {
        var byMatched = other.Matched.CompareTo(one.Matched);
        if (byMatched != 0)
            return byMatched;
        var byScore = other.Score.CompareTo(one.Score);
        return byScore != 0 ? byScore : one.First.CompareTo(other.First);
    }

    /// <summary>Whether both choices are meant by the same words equally well, so that neither can be said to be meant.</summary>
    public bool CannotBeToldFrom(ChoiceMatch other) =>
        Index != other.Index && Matched == other.Matched && Score.Equals(other.Score) && Overlaps(other);
}
