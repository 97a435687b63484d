using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Tests.Harness;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests;

/// <summary>What is promised is said by one rule, wherever it is spoken of.</summary>
public class PromiseTests
{
    private const string Stays = "stays anonymous";

    /// <summary>What they say of how to reach them, and what they are then promised.</summary>
    public static TheoryData<string, PromiseBasis> Told => new()
    {
        { "Amina, 07700 900123", PromiseBasis.NextWorkingDay },
        { "call me on Thursdays only, Amina 07700 900123", PromiseBasis.SafeTime },
        { "call me on Sundays only, Amina 07700 900123", PromiseBasis.NoSafeTime },
        { Stays, PromiseBasis.Anonymous },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public async Task When_they_ask_for_a_person_before_sending(string told, PromiseBasis basis)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Perception);
        await talk.SaysAsync("person");
        AssertPromises(talk, PromiseBasis.NextWorkingDay);
        await talk.PressesAsync(YesNoChoice.Yes);

        await TellAsync(talk, told);

        Assert.True(talk.Said("Person_Shared"));
        AssertPromises(talk, basis);
        Assert.Equal(basis is PromiseBasis.NoSafeTime or PromiseBasis.Anonymous, talk.Cards<ReturnCodeCard>(ReturnCodeCard.ContentType).Any());
    }

    [Theory]
    [MemberData(nameof(Told))]
    public async Task When_they_ask_for_a_person_and_said_before_how_to_reach_them(string told, PromiseBasis basis)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Contact);
        await TellAsync(talk, told);

        await talk.SaysAsync("person");

        Assert.True(talk.Said("Person_Ask"));
        AssertPromises(talk, basis);
    }

    [Theory]
    [MemberData(nameof(Told))]
    public async Task When_they_have_sent_their_report_and_look_how_it_goes(string told, PromiseBasis basis)
    {
        var talk = await SentAsync(told);
        var receipt = Assert.Single(talk.Cards<ReceiptCard>(ReceiptCard.ContentType));
        Assert.Equal(PromiseWords.Of(Talk.Phrases, receipt.Due), receipt.Promise);
        Assert.Equal(basis, receipt.Due.Basis);

        foreach (var stage in new[] { ReportStage.Received, ReportStage.PickedUp })
        {
            talk.Desk.Stage = stage;
            await talk.SendAsync("", [Ways.FollowUp], talk.Question);

            Assert.True(talk.Said($"FollowUp_{stage}"));
            AssertPromises(talk, basis);
        }
    }

    [Theory]
    [MemberData(nameof(Told))]
    public async Task When_they_have_sent_their_report_and_ask_for_a_person(string told, PromiseBasis basis)
    {
        var talk = await SentAsync(told);

        await talk.PressesAsync(Ways.Person);

        Assert.True(talk.Said("Person_AfterSending"));
        AssertPromises(talk, basis);
    }

    [Fact]
    public void Nobody_who_gave_no_way_to_reach_them_is_told_of_contact()
    {
        Assert.All(Enum.GetValues<PromiseBasis>(), basis =>
        {
            var promise = ContactPromises.Standard.For(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero)) with { Basis = basis };
            var words = PromiseWords.Of(Talk.Phrases, promise);

            Assert.Contains("5pm on Monday 23 November", words, StringComparison.Ordinal);
            Assert.Equal(PromiseWords.IsBehindCode(promise), words.Contains("reply here by", StringComparison.Ordinal));
            Assert.Equal(!PromiseWords.IsBehindCode(promise), words.Contains("contact you by", StringComparison.Ordinal));
        });
    }

    private static async Task<Talk> SentAsync(string told)
    {
        var talk = await Talk.BeginAsync();
        await talk.AnswerUpToAsync(Question.Contact);
        await TellAsync(talk, told);
        await talk.PressesAsync(CheckAnswersDialog.Send);
        return talk;
    }

    private static Task TellAsync(Talk talk, string told) => told == Stays ? talk.PressesAsync(Contact.Anonymous) : talk.SaysAsync(told);

    private static void AssertPromises(Talk talk, PromiseBasis basis)
    {
        Assert.True(talk.Said($"Promise_{basis}"), string.Join('\n', talk.Texts));
        var isBehindCode = basis is PromiseBasis.NoSafeTime or PromiseBasis.Anonymous;
        Assert.Equal(!isBehindCode, talk.Texts.Any(text => text.Contains("contact you by", StringComparison.Ordinal)));
    }
}
