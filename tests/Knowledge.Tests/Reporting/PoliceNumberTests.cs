using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class PoliceNumberTests
{
    [Theory]
    [InlineData("46/12345/26", "46/12345/26")]
    [InlineData(" 123-201126 ", "123-201126")]
    [InlineData("CAD 123-201126", "123-201126")]
    [InlineData("crime number 46/12345/26", "46/12345/26")]
    [InlineData("kp12345/26", "KP12345/26")]
    public void Reads_what_has_the_form_of_one(string typed, string expected)
    {
        Assert.True(PoliceNumber.TryParse(typed, out var number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("they gave me none")]
    [InlineData("46/12345/26 and more")]
    [InlineData("7")]
    public void Reads_nothing_else(string? typed) => Assert.False(PoliceNumber.TryParse(typed, out _));
}
