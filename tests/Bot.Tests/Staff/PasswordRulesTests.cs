using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Tests.Staff;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("crab lantern violin")]
    [InlineData("zwölf gelbe Züge")]
    [InlineData("aB3$kk92Lm!qPz")]
    [InlineData("the password is a pelican")]
    public void A_long_and_uncommon_password_will_do(string password)
    {
        Assert.Null(PasswordRules.Problem("Amira Khan", password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short phras")]
    public void A_short_one_will_not(string? password)
    {
        Assert.Contains("at least 12 characters", PasswordRules.Problem("Amira Khan", password), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("Password123!")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("000000000000")]
    [InlineData("abababababab")]
    [InlineData("1234qwerty1234")]
    [InlineData("WestKent2026!")]
    [InlineData("Welcome12345")]
    [InlineData("letmein!letmein!")]
    [InlineData("iloveyou1234")]
    public void A_usual_one_will_not(string password)
    {
        Assert.Contains("too easy to guess", PasswordRules.Problem("Amira Khan", password), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amira khan 1")]
    [InlineData("AmiraKhan2026")]
    [InlineData("khan12345678")]
    public void The_persons_own_name_will_not(string password)
    {
        Assert.Contains("your own name", PasswordRules.Problem("Amira Khan", password), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_one_will_not()
    {
        Assert.Contains("at most 200", PasswordRules.Problem("Amira Khan", string.Concat(Enumerable.Repeat("crab lantern violin ", 11))), StringComparison.Ordinal);
    }
}
