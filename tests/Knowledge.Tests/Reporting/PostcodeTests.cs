using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("ME10 1AB", "ME10 1AB")]
    [InlineData("me101ab", "ME10 1AB")]
    [InlineData(" tn13\u00a01aa ", "TN13 1AA")]
    [InlineData("m1 1ae", "M1 1AE")]
    [InlineData("EC1A-1BB", "EC1A 1BB")]
    [InlineData("W1A 0AX", "W1A 0AX")]
    public void Is_read_and_shown_as_it_is_written(string typed, string shown)
    {
        Assert.True(Postcode.TryParse(typed, out var postcode));
        Assert.Equal(shown, postcode.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ME10")]
    [InlineData("ME10 1A")]
    [InlineData("ME10 1CV")]
    [InlineData("ME100 1AB")]
    [InlineData("MEE1 1AB")]
    [InlineData("1ME 1AB")]
    [InlineData("12 Mill Lane")]
    public void Is_not_read_from_anything_else(string? typed) => Assert.False(Postcode.TryParse(typed, out _));

    [Fact]
    public void Is_read_back_from_what_it_shows() => Prop.ForAll(
        (from area in Gen.Elements("ME", "TN", "M", "DA", "EC")
         from district in Gen.Choose(1, 99)
         from sector in Gen.Choose(0, 9)
         from unit in Gen.Elements("AB", "XY", "PQ")
         select $"{area}{district}{sector}{unit}").ToArbitrary(),
        typed => Postcode.TryParse(typed, out var postcode) && Postcode.TryParse(postcode.ToString(), out var again) && again == postcode
            && postcode.Outward + postcode.Inward == typed).QuickCheckThrowOnFailure();
}
