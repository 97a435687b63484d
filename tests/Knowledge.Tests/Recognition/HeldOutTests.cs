using System.Globalization;
using System.Security.Cryptography;
using ReportBot.Knowledge.Recognition;
using ReportBot.Training;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>
/// What is recognised in accounts and messages that nobody who writes rules or vocabulary has read. The floors are what has been reached:
/// one is lowered only where more is gained at another. The figures and the bars they are on the way to are in Knowledge/Recognition/README.md.
/// </summary>
public class HeldOutTests
{
    private static readonly Lazy<AccountTally> Accounts = new(() => AccountChecks.Tally(LabelledAccount.Read([Sources.HeldOutAccounts]), new Recogniser()));
    private static readonly Lazy<AccountTally> Later = new(() => AccountChecks.Tally(LabelledAccount.Read(Sources.LaterAccounts), new Recogniser()));
    private static readonly Lazy<MessageTally> Messages = new(() => MessageChecks.Tally(LabelledMessage.Read([Sources.HeldOutMessages]), new DangerWatch()));

    [Theory]
    [InlineData("held-out.jsonl")]
    [InlineData("held-out-urgency.jsonl")]
    public void Nothing_in_the_held_out_files_was_changed_since_before_tuning(string file)
    {
        var folder = Path.GetDirectoryName(Sources.HeldOutAccounts)!;
        var committed = File.ReadLines(Path.Combine(folder, "held-out.sha256")).Single(line => line.EndsWith($" {file}", StringComparison.Ordinal)).Split(' ')[0];

        var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)));

        Assert.Equal(committed, Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void Characteristics_are_found_at_least_as_well_as_recorded() => Assert.InRange(Accounts.Value.MicroF1, 0.922, 1);

    [Fact]
    public void Accounts_without_a_characteristic_are_flagged_no_more_often_than_recorded() => Assert.InRange(Accounts.Value.FalseFlags, 0, 0.049);

    [Fact]
    public void Characteristics_are_found_as_well_in_accounts_written_after_everything_was_learned()
    {
        Assert.InRange(Later.Value.MicroF1, 0.89, 1);
        Assert.InRange(Later.Value.FalseFlags, 0, 0.041);
    }

    [Fact]
    public void No_emergency_is_missed() => Assert.Equal(0, Messages.Value.Missed);

    [Fact]
    public void Messages_without_danger_are_hardly_ever_taken_for_it() => Assert.InRange(Messages.Value.False, 0, 1);

    [Theory]
    [InlineData("{0} {1}.", 300)]
    [InlineData("{1}. {0}", 153)]
    [InlineData("{0} {1}. {2}", 291)]
    public void An_emergency_is_seen_inside_an_account_of_what_is_over(string told, int missed)
    {
        var watch = new DangerWatch();
        var accounts = LabelledAccount.Read(Sources.LaterAccounts.Where(static file => "loqs".Contains(file[^7], StringComparison.Ordinal)));
        // Cries of a few words are sent by themselves.
        var emergencies = LabelledMessage.Read(Sources.LaterMessages.Reverse().Where(static file => !file.EndsWith("-oj.jsonl", StringComparison.Ordinal))).Where(static message => message.IsEmergency);

        Assert.InRange(emergencies.Index().Count(message => !watch.Look(string.Format(
            CultureInfo.InvariantCulture, told, accounts[message.Index * 7 % accounts.Count].Text, message.Item.Text, accounts[((message.Index * 7) + 3) % accounts.Count].Text)).IsEmergency), 0, missed);
    }

    [Fact]
    public void Accounts_of_what_is_over_are_seldom_taken_for_danger()
    {
        var watch = new DangerWatch();

        Assert.InRange(LabelledAccount.Read(Sources.LaterAccounts).Count(account => watch.Look(account.Text).IsEmergency), 0, 208);
    }

    [Theory]
    [InlineData("later-urgency-l.jsonl", 19, 59)]
    [InlineData("later-urgency-zt.jsonl", 10, 16)]
    [InlineData("later-urgency-me.jsonl", 64, 70)]
    [InlineData("later-urgency-nt.jsonl", 0, 14)]
    [InlineData("later-urgency-ot.jsonl", 0, 21)]
    [InlineData("later-urgency-oj.jsonl", 35, 0)]
    public void Danger_is_told_as_well_in_messages_written_after_everything_was_learned(string file, int missed, int taken)
    {
        var tally = MessageChecks.Tally(LabelledMessage.Read(Sources.LaterMessages.Where(path => path.EndsWith(file, StringComparison.Ordinal))), new DangerWatch());

        Assert.InRange(tally.Missed, 0, missed);
        Assert.InRange(tally.False, 0, taken);
    }
}
