using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>The misspelt copies that teach what letters say.</summary>
public class SlipTests
{
    private static readonly List<LabelledAccount> Accounts = LabelledAccount.Read([.. Sources.Accounts.Where(file => file.EndsWith("accounts-dev.jsonl", StringComparison.Ordinal))]);

    [Fact]
    public void Every_fifth_account_is_copied_with_its_labels_and_other_letters()
    {
        var slips = Slips.Of(Accounts).ToList();

        Assert.Equal(Enumerable.Range(0, Accounts.Count).Where(i => i % 5 == 0), slips.Select(slip => slip.Place));
        foreach (var (place, copy) in slips)
        {
            Assert.Equal((Accounts[place].Labels, Accounts[place].Behaviours), (copy.Labels, copy.Behaviours));
            Assert.NotEqual(Accounts[place].Text, copy.Text);
            Assert.InRange(copy.Text.Length, Accounts[place].Text.Length - 4, Accounts[place].Text.Length + 4);
        }
    }

    [Fact]
    public void The_copies_are_the_same_every_time() => Assert.Equal(Slips.Of(Accounts).Select(slip => slip.Copy.Text), Slips.Of(Accounts).Select(slip => slip.Copy.Text));

    [Fact]
    public void Messages_are_copied_with_what_they_are_labelled()
    {
        LabelledMessage[] messages = [new("m", "attack", "he is kicking my door in right now", IsEmergency: true, IsLowMood: false)];

        var copy = Slips.Of(messages).Single();

        Assert.Equal((true, false, "attack"), (copy.IsEmergency, copy.IsLowMood, copy.Kind));
        Assert.NotEqual(messages[0].Text, copy.Text);
    }

    [Fact]
    public void A_text_without_words_is_left_as_it_is() => Assert.Equal("?! 12", Slips.Of([new LabelledAccount("a", "short", "?! 12", 0, [], null)]).Single().Copy.Text);
}
