using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Which characteristics are suggested for which sums.</summary>
public class VerdictTests
{
    private const int Race = 1, Disability = 4;

    [Theory]
    [InlineData(-1, 1.5f, -4, 0)] // hardly hostile: who somebody is is no reason
    [InlineData(-1, 2.5f, -4, Race)] // hardly hostile, but sure by itself
    [InlineData(1, 0.5f, -4, Race)] // hostile: even odds
    [InlineData(1, -0.2f, -4, 0)]
    [InlineData(4, -0.2f, -4, Race)] // clearly hostile: less than even odds
    [InlineData(4, 0.5f, -0.2f, Race | Disability)]
    [InlineData(4, -1.5f, -1.8f, Race)] // clearly hostile, so aimed at someone: the likeliest
    [InlineData(4, -3f, -4, 0)]
    public void The_more_hostile_an_account_is_the_less_a_characteristic_needs(float hostility, float race, float disability, int suggested)
    {
        var sums = new float[Columns.Count];
        Array.Fill(sums, -5, 0, Strands.Count);
        (sums[0], sums[2], sums[Columns.Hostility]) = (race, disability, hostility);

        Assert.Equal(suggested, Verdict.Of(sums));
    }
}
