using ReportBot.Knowledge.Services;

namespace ReportBot.Knowledge.Tests.Services;

public sealed class UrgentHelpTests
{
    [Fact]
    public void Holds_the_numbers_of_the_policy_and_of_public_guidance()
    {
        Assert.Equal("999", UrgentHelp.Emergency.Number);
        Assert.Equal("101", UrgentHelp.KentPolice.Number);
        Assert.Equal("18000", UrgentHelp.RelayEmergency.Number);
        Assert.Equal("18001 101", UrgentHelp.RelayKentPolice.Number);
        Assert.Equal("116 123", UrgentHelp.Samaritans.Number);
        Assert.Equal("111", UrgentHelp.Nhs.Number);
        Assert.Equal("0800 923 7000", UrgentHelp.FireSafety.Number);
    }

    [Fact]
    public void Asks_for_55_on_a_mobile_only_and_only_when_told_to()
    {
        Assert.Contains("Press 55 when you are told to", UrgentHelp.SilentOnMobile.Text, StringComparison.Ordinal);
        Assert.Contains("do not need to press 55", UrgentHelp.SilentOnLandline.Text, StringComparison.Ordinal);
        Assert.Contains("only if your phone is signed up already", UrgentHelp.EmergencyText.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_for_every_entry_where_it_comes_from() => Assert.All(UrgentHelp.All, entry => Assert.NotEmpty(entry.Source));
}
