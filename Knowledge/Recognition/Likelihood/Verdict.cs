namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Which characteristics are suggested, from the sums of all of them and of hostility together: a hostile account is aimed at someone, so the
/// likeliest is suggested even below even odds; in a friendly one a mention has to speak louder. The margins are those that did best in cross-checks.
/// </summary>
internal static class Verdict
{
    private const float ClearlyHostile = 1.5f;
    private const float LeastOfTheLikeliest = -1.25f;
    private const float HardlyHostile = 0.5f;
    private const float EnoughWithoutHostility = 1;

    /// <summary>The characteristics, as bits by their numbers in <see cref="Strands"/>.</summary>
    public static int Of(ReadOnlySpan<float> sums)
    {
        var hostility = sums[Columns.Hostility];
        var enough = hostility < HardlyHostile ? EnoughWithoutHostility : 0;
        var (found, likeliest) = (0, 0);
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            found |= sums[strand] > enough ? 1 << strand : 0;
            likeliest = sums[strand] > sums[likeliest] ? strand : likeliest;
        }

        return found == 0 && hostility > ClearlyHostile && sums[likeliest] > LeastOfTheLikeliest ? 1 << likeliest : found;
    }
}
