namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Which characteristics are suggested, from the sums of all of them and of hostility together. Where there is hardly any hostility, only one that is sure by
/// itself is: who somebody is is no reason. A clearly hostile account is aimed at someone, so that less than even odds are enough, and the likeliest is
/// suggested at less still. The margins are those that did best on accounts that nothing had been learned from.
/// </summary>
internal static class Verdict
{
    private const float HardlyHostile = 0.6f, EnoughWhereHardlyHostile = 2;
    private const float ClearlyHostile = 2, EnoughWhereHostile = -0.3f, EnoughForTheLikeliest = -2f;

    /// <summary>The characteristics, as bits by their numbers in <see cref="Strands"/>.</summary>
    public static int Of(ReadOnlySpan<float> sums)
    {
        var hostility = sums[Columns.Hostility];
        var enough = hostility > ClearlyHostile ? EnoughWhereHostile : hostility < HardlyHostile ? EnoughWhereHardlyHostile : 0;
        var (found, likeliest) = (0, 0);
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            found |= sums[strand] > enough ? 1 << strand : 0;
            likeliest = sums[strand] > sums[likeliest] ? strand : likeliest;
        }

        return found == 0 && hostility > ClearlyHostile && sums[likeliest] > EnoughForTheLikeliest ? 1 << likeliest : found;
    }
}
