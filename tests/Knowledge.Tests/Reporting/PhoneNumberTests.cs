using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("07700900123", "07700900123", "07700 900123")]
    [InlineData("07700 900 123", "07700900123", "07700 900123")]
    [InlineData("+44 7700 900123", "07700900123", "07700 900123")]
    [InlineData("+44 (0)7700-900-123", "07700900123", "07700 900123")]
    [InlineData("0044 7700 900123", "07700900123", "07700 900123")]
    [InlineData("(01632) 960018", "01632960018", "01632 960018")]
    [InlineData("020 7946 0018", "02079460018", "020 7946 0018")]
    [InlineData("0113 496 0018", "01134960018", "0113 496 0018")]
    [InlineData("0151.496.0018", "01514960018", "0151 496 0018")]
    [InlineData("0800 032 3263", "08000323263", "0800 032 3263")]
    [InlineData("0800 1111 11", "0800111111", "0800 111111")]
    [InlineData("0300 123 4567", "03001234567", "0300 123 4567")]
    public void Is_read_and_shown_in_national_form(string typed, string national, string shown)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal((national, shown), (number.National, number.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("999")]
    [InlineData("101")]
    [InlineData("116 123")]
    [InlineData("0770090012")]
    [InlineData("077009001234")]
    [InlineData("+1 202 555 0123")]
    [InlineData("+353 1 555 0123")]
    [InlineData("1234567890")]
    [InlineData("0600 900123")]
    [InlineData("call me on 07700900123")]
    [InlineData("07700 900123 or 07700 900124")]
    [InlineData("44+7700900123")]
    public void Is_not_read_from_anything_else(string? typed) => Assert.False(PhoneNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("07700900123", true)]
    [InlineData("07000 900123", false)]
    [InlineData("07600 900123", false)]
    [InlineData("01632 960018", false)]
    public void Knows_a_mobile(string typed, bool mobile) =>
        Assert.Equal(mobile, PhoneNumber.TryParse(typed, out var number) && number.IsMobile);

    [Fact]
    public void Makes_a_link_that_dials_from_anywhere() =>
        Assert.Equal("tel:+447700900123", PhoneNumber.TryParse("07700 900123", out var number) ? number.Link : null);

    [Fact]
    public void Is_read_back_from_what_it_shows_and_links() => Prop.ForAll(
        Gen.Choose(0, 999_999_999).Select(n => "07" + n.ToString("000000000", null)).ToArbitrary(), digits =>
            PhoneNumber.TryParse(digits, out var number)
            && PhoneNumber.TryParse(number.ToString(), out var shown) && shown == number
            && PhoneNumber.TryParse(number.Link[4..], out var linked) && linked == number).QuickCheckThrowOnFailure();
}
