using ReportBot.Telling;

namespace ReportBot.Bot.Tests.Hosting;

/// <summary>The search of every log for what was told finds it.</summary>
public sealed class ToldWordsTests
{
    [Theory]
    [InlineData("He called me Zyxqvakrotel.", "Kept zyxqvakrotel")]
    [InlineData("07700 900461", "Number 900461 read")]
    [InlineData("he hit me", "Took \"He hit me\" from a thread")]
    [InlineData("ارجع إلى بلدك", "kept: ارجع إلى بلدك")]
    public void Are_found_in_a_log_that_holds_them(string told, string log)
    {
        var words = new ToldWords();
        words.Hear(told);

        Assert.NotEmpty(Assert.Throws<ToldWordsInLogException>(() => words.MustNotBeIn(log)).Message);
        Assert.Empty(words.FoundIn("A turn of thread 7c1f was stored after 3 ms."));
    }

    [Fact]
    public void Are_not_mistaken_for_what_every_start_writes()
    {
        var words = new ToldWords();
        words.Hear("Nobody came at first. He was listening.");

        Assert.Empty(words.FoundIn("      Now listening on: http://127.0.0.1:5000\nNobody can sign in yet. Open this link to set up the first administrator:"));
        Assert.Equal(["Nobody"], words.FoundIn("      Now listening on: http://127.0.0.1:5000\nKept: nobody came"));
    }

    [Fact]
    public void Are_heard_from_forms_without_the_marks_of_our_pages()
    {
        var words = new ToldWords();

        words.HearForm("turn=Zyxqvakrotel&seed=Quorbintha&choice=everything&text=at+Wimblethorpe%20Road&name=Plumdrovexia");

        Assert.Equal(["Plumdrovexia", "Wimblethorpe"], words.FoundIn("zyxqvakrotel quorbintha everything wimblethorpe plumdrovexia").Order(StringComparer.Ordinal));
    }
}
