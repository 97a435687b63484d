using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Tests.Staff;

public sealed class StaffNameTests
{
    [Theory]
    [InlineData("  Amira   Khan ", "Amira Khan")]
    [InlineData("Grace O’Neil-Baker", "Grace O’Neil-Baker")]
    [InlineData("J. Nowak 2", "J. Nowak 2")]
    [InlineData("王小明", "王小明")]
    public void A_name_is_read_however_it_is_spaced(string typed, string name)
    {
        Assert.Equal(name, StaffName.Read(typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("12")]
    [InlineData("Amira\nKhan")]
    [InlineData("<b>Amira</b>")]
    [InlineData("Amira\u202EKhan")]
    public void What_is_no_name_is_not_read(string? typed)
    {
        Assert.Null(StaffName.Read(typed));
    }

    [Fact]
    public void A_name_of_more_than_60_letters_is_not_read()
    {
        Assert.Null(StaffName.Read(new string('a', 61)));
    }
}
