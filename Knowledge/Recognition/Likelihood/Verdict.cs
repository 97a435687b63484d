namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Which characteristics are suggested, from the sums of all of them and of hostility together. A clearly hostile account is aimed at someone, so that less than
/// even odds are enough, and the likeliest is suggested at less still. In any other, only one that is sure by itself is: who somebody is is no reason.
/// A few bare words are seldom a story about something else: a note, a post, what was shouted. They need not be as clearly hostile.
/// The margins are those that did best on accounts that nothing had been learned from.
/// </summary>
internal static class Verdict
{
    /// <summary>The most words of a text that counts as a few bare ones.</summary>
    public const int FewWords = 14;

    private const float ClearlyHostile = 1.8f, ClearlyHostileInFewWords = -1, EnoughWhereHostile = -0.3f, EnoughForTheLikeliest = -1.7f, EnoughForTheLikeliestInFewWords = -2f, EnoughElsewhere = 2.5f, EnoughInFewWords = 0;

    /// <summary>The characteristics, as bits by their numbers in <see cref="Strands"/>.</summary>
    /// <param name="sums">The sum of each column.</param>
    /// <param name="words">How many words the text has.</param>
    public static int Of(ReadOnlySpan<float> sums, int words)
    {
        var isHostile = sums[Columns.Hostility] > (words > FewWords ? ClearlyHostile : ClearlyHostileInFewWords);
        var enough = isHostile ? EnoughWhereHostile : words > FewWords ? EnoughElsewhere : EnoughInFewWords;
        var (found, likeliest) = (0, 0);
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            found |= sums[strand] > enough ? 1 << strand : 0;
            likeliest = sums[strand] > sums[likeliest] ? strand : likeliest;
        }

        return found == 0 && isHostile && sums[likeliest] > (words > FewWords ? EnoughForTheLikeliest : EnoughForTheLikeliestInFewWords) ? 1 << likeliest : found;
    }
}
