using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>What an account already answers, and what it only looks like answering.</summary>
public class ExtractionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    private readonly Extractor _extractor = new();

    [Theory]
    [InlineData("I told the warden and she wrote it down. The man next door calls me names.", WhoDidItChoice.Neighbour)]
    [InlineData("I rang the housing officer about it twice. My neighbour shouts at my kids.", WhoDidItChoice.Neighbour)]
    [InlineData("The caretaker saw some lads spit at us.", WhoDidItChoice.Stranger)]
    [InlineData("Your housing officer called me a scrounger to my face.", WhoDidItChoice.Staff)]
    [InlineData("The receptionist laughed at my accent.", WhoDidItChoice.Staff)]
    [InlineData("The warden told me to go back home to my own country.", WhoDidItChoice.Staff)]
    [InlineData("I was mocked by your call handler when I stammered.", WhoDidItChoice.Staff)]
    [InlineData("The plumber you sent refused to come in because of my headscarf.", WhoDidItChoice.Contractor)]
    [InlineData("The gardeners made monkey noises at my son.", WhoDidItChoice.Contractor)]
    [InlineData("My ex shouted at me outside the school.", WhoDidItChoice.Known)]
    [InlineData("A group of youths threw stones at our windows.", WhoDidItChoice.Stranger)]
    [InlineData("Number 14 calls me names over the fence.", WhoDidItChoice.Neighbour)]
    public void Reads_who_did_it(string account, string expected) => Assert.Equal(expected, _extractor.Read(account, Now).WhoDidIt?.Value);

    [Theory]
    [InlineData("I told the warden. Nobody has rung me back.")]
    [InlineData("Your electrician came on Monday and was very kind.")]
    [InlineData("The housing officer said she would look into it.")]
    public void Does_not_take_staff_to_have_done_it_because_they_stand_in_the_account(string account) =>
        Assert.True(_extractor.Read(account, Now).WhoDidIt?.Value is not (WhoDidItChoice.Staff or WhoDidItChoice.Contractor));

    [Theory]
    [InlineData("He punched me in the face.", true)]
    [InlineData("I have a black eye and bruises on my arm.", true)]
    [InlineData("She ended up in hospital.", true)]
    [InlineData("Nobody was hurt.", false)]
    [InlineData("They cut down the tree in our garden.", null)]
    [InlineData("He cut me off at the junction.", null)]
    [InlineData("They cut the power to the landing.", null)]
    [InlineData("He cut my hand with the glass.", true)]
    public void Reads_whether_someone_was_hurt(string account, bool? expected) => Assert.Equal(expected, _extractor.Read(account, Now).Injury?.Value);

    [Theory]
    [InlineData("He came at us with a baseball bat.", true)]
    [InlineData("He had no weapon.", false)]
    [InlineData("There is a lot of knife crime in the paper.", null)]
    public void Reads_whether_there_was_a_weapon(string account, bool? expected) => Assert.Equal(expected, _extractor.Read(account, Now).Weapon?.Value);

    [Theory]
    [InlineData("My children were with me.", true)]
    [InlineData("I live alone.", null)]
    public void Reads_whether_children_were_there(string account, bool? expected) => Assert.Equal(expected, _extractor.Read(account, Now).Children?.Value);

    [Theory]
    [InlineData("They smashed my kitchen window.", true)]
    [InlineData("Graffiti on the garage again.", true)]
    [InlineData("Nothing was damaged.", false)]
    public void Reads_whether_something_was_damaged(string account, bool? expected) => Assert.Equal(expected, _extractor.Read(account, Now).Damage?.Value);

    [Theory]
    [InlineData("I called the police and they gave me a number.", true)]
    [InlineData("I have not told the police.", false)]
    public void Reads_whether_the_police_know(string account, bool? expected) => Assert.Equal(expected, _extractor.Read(account, Now).PoliceTold?.Value);

    [Theory]
    [InlineData("Three lads threw eggs.", 3)]
    [InlineData("A group of five men stood there.", 5)]
    [InlineData("I have three sons.", null)]
    public void Reads_how_many_people_did_it(string account, int? expected) => Assert.Equal(expected, _extractor.Read(account, Now).PeopleInvolved?.Value);

    [Fact]
    public void Every_span_stands_for_the_words_it_was_read_from()
    {
        const string account = "Last Tuesday three lads threw a brick through my window on Mill Lane. I told the police.";

        var read = _extractor.Read(account, Now);

        Assert.Equal("three lads", read.PeopleInvolved!.Where.In(account));
        Assert.Contains("Mill Lane", read.Place!.Where.In(account), StringComparison.Ordinal);
        Assert.Contains("window", read.Damage!.Where.In(account), StringComparison.Ordinal);
        Assert.Contains("police", read.PoliceTold!.Where.In(account), StringComparison.Ordinal);
    }
}
