using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Tests.Wording;

public class NeutralWordingTests
{
    [Theory]
    [InlineData("Hello, this is Amira. Is now a good time to talk? Reply when it is safe for you.")]
    [InlineData("We will call you at 6pm on Thursday.")]
    [InlineData("The shirt you ordered is here. Whatever suits you.")]
    public void What_says_nothing_may_go(string text) => Assert.Empty(NeutralWording.Problems(text));

    [Theory]
    [InlineData("About your hate crime report", "hate|crime|report")]
    [InlineData("We have told the POLICE.", "POLICE")]
    [InlineData("You are not alone: Victim Support can help. Victim Support is free.", "Victim")]
    [InlineData("racism/homophobia", "racism|homophobia")]
    [InlineData("Call 999", "999")]
    public void What_says_what_it_is_about_may_not(string text, string words) => Assert.Equal(words.Split('|'), NeutralWording.Problems(text).AsEnumerable());
}
