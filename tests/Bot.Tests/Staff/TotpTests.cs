using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Tests.Staff;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the secret "12345678901234567890"; six of its eight digits.
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, Totp.Code(RfcSecret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_half_a_minute_off_does_no_harm(int seconds, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var code = Totp.Code(RfcSecret, Totp.StepOf(now.AddSeconds(seconds)));

        Assert.Equal(isTaken, Totp.Match(RfcSecret, code, now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("２８７０８２")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_not_taken(string code)
    {
        Assert.Null(Totp.Match(RfcSecret, code, DateTimeOffset.FromUnixTimeSeconds(59)));
    }

    [Fact]
    public void Spaces_in_a_code_are_passed_over()
    {
        Assert.Equal(1, Totp.Match(RfcSecret, " 287 082 ", DateTimeOffset.FromUnixTimeSeconds(59)));
    }

    [Fact]
    public void Every_secret_makes_codes_that_match()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<ushort>(), minutes =>
        {
            var (secret, now) = (Totp.NewSecret(), DateTimeOffset.UnixEpoch.AddMinutes(minutes));
            return secret.Length == 32 && Totp.Match(secret, Totp.Code(secret, Totp.StepOf(now)), now) == Totp.StepOf(now);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_address_is_what_authenticator_apps_read()
    {
        Assert.Equal(
            "otpauth://totp/West%20Kent%20staff:Amira%20O%27Neil?secret=ABC&issuer=West%20Kent%20staff",
            Totp.Address("West Kent staff", "Amira O'Neil", "ABC"));
    }
}
