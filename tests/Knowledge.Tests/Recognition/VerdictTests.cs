using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Which characteristics are suggested for which sums.</summary>
public class VerdictTests
{
    private const int Race = 1, Disability = 4;

    [Theory]
    [InlineData(60, -1, 2.4f, -4, 0)] // not clearly hostile: who somebody is is no reason
    [InlineData(60, 1.7f, 2.4f, -4, 0)]
    [InlineData(60, -1, 2.6f, -4, Race)] // not clearly hostile, but sure by itself
    [InlineData(60, 1.9f, -0.4f, -0.2f, Disability)] // clearly hostile: less than even odds
    [InlineData(60, 4, -0.2f, -4, Race)]
    [InlineData(60, 4, 0.5f, -0.2f, Race | Disability)]
    [InlineData(60, 4, -1.5f, -1.8f, Race)] // clearly hostile, so aimed at someone: the likeliest
    [InlineData(60, 4, -1.8f, -4, 0)]
    [InlineData(14, 4, -1.8f, -4, Race)]
    [InlineData(14, 4, -3f, -4, 0)]
    [InlineData(14, -0.9f, -1.5f, -4, Race)] // a few bare words need not be as clearly hostile
    [InlineData(15, -0.9f, -1.5f, -4, 0)]
    [InlineData(14, -1.1f, 0.1f, -4, Race)]
    [InlineData(14, -1.1f, -0.1f, -4, 0)]
    public void The_more_hostile_an_account_is_the_less_a_characteristic_needs(int words, float hostility, float race, float disability, int suggested)
    {
        var sums = new float[Columns.Count];
        Array.Fill(sums, -5, 0, Strands.Count);
        (sums[0], sums[2], sums[Columns.Hostility]) = (race, disability, hostility);

        Assert.Equal(suggested, Verdict.Of(sums, words));
    }
}
