using System.Collections.Immutable;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Conversation;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

public sealed class StaffWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> EveryChoice
    {
        get
        {
            var all = new TheoryData<string, string>();
            (string Question, Type Choices)[] questions =
            [
                (Question.Safety, typeof(SafetyChoice)), (Question.Role, typeof(RoleChoice)), (Question.Behaviours, typeof(BehaviourChoice)), (Question.Harm, typeof(HarmChoice)),
                (Question.Damage, typeof(DamageChoice)), (Question.WhoDidIt, typeof(WhoDidItChoice)), (Question.Children, typeof(YesNoChoice)), (Question.Before, typeof(BeforeChoice)),
                (Question.ToldAnyone, typeof(ToldChoice)), (Question.WhoMayBeTold, typeof(ToldOnwardChoice)), (Question.SafeChannels, typeof(ChannelChoice)),
                (Question.Voicemail, typeof(VoicemailChoice)), (Question.Needs, typeof(NeedChoice)),
            ];
            foreach (var (question, choices) in questions)
                foreach (var value in (ImmutableArray<string>)choices.GetField("All")!.GetValue(null)!)
                    all.Add(question, value);
            return all;
        }
    }

    [Theory]
    [InlineData(PromiseBasis.NextWorkingDay, "We aim to contact you by 5pm on Tuesday 24 November.")]
    [InlineData(PromiseBasis.SafeTime, "To keep to the times you said are safe, we aim to contact you by 5pm on Tuesday 24 November.")]
    [InlineData(PromiseBasis.NoSafeTime, "The times you said are safe are outside our working hours. We aim to reply there by 5pm on Tuesday 24 November.")]
    [InlineData(PromiseBasis.Anonymous, "We aim to reply there by 5pm on Tuesday 24 November.")]
    public void A_promise_that_is_read_out_says_what_will_be_done(PromiseBasis basis, string words) =>
        Assert.Equal(words, StaffWords.ToldOf(ContactPromises.Standard.For(Now) with { Basis = basis }));

    [Theory]
    [MemberData(nameof(EveryChoice))]
    public void Every_choice_a_person_can_make_has_words(string question, string value)
    {
        Assert.NotEqual(value, StaffWords.Choice(question, value));
    }

    [Fact]
    public void Every_question_has_words_and_a_place()
    {
        var questions = typeof(Question).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(questions.Order(), StaffWords.QuestionsInOrder.Order());
        Assert.All(questions, question => Assert.NotEqual(question, StaffWords.QuestionOf(question)));
    }

    [Fact]
    public void What_is_not_known_is_shown_as_it_is_stored()
    {
        Assert.Equal("a-later-choice", StaffWords.Choice(Question.Harm, "a-later-choice"));
        Assert.Equal("a-later-question", StaffWords.QuestionOf("a-later-question"));
        Assert.Equal("carrier-pigeon", StaffWords.Channel("carrier-pigeon"));
    }

    [Theory]
    [InlineData("2026-11-23T17:00:00Z", "17:00")]
    [InlineData("2026-11-24T17:00:00Z", "17:00 tomorrow")]
    [InlineData("2026-11-22T14:02:00Z", "14:02 yesterday")]
    [InlineData("2026-11-27T17:00:00Z", "17:00 on Fri 27 Nov")]
    [InlineData("2027-01-04T17:00:00Z", "17:00 on Mon 4 Jan 2027")]
    [InlineData("2026-07-01T23:30:00Z", "00:30 on Thu 2 Jul")]
    public void Moments_are_told_in_london_and_no_longer_than_needed(string at, string words)
    {
        Assert.Equal(words, StaffTime.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Now));
    }

    [Fact]
    public void What_a_time_box_holds_is_read_back_as_the_same_minute()
    {
        Prop.ForAll(Gen.Choose(0, 60 * 24 * 365).ToArbitrary(), minutes =>
        {
            var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var read = StaffTime.Read(StaffTime.Box(at))!.Value;
            // An hour comes twice when the clocks go back.
            return read == at || (read == at.AddHours(-1) && WallClock.London.TimeAt(read) == WallClock.London.TimeAt(at));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30T10:00")]
    public void What_is_no_time_is_not_read(string? box)
    {
        Assert.Null(StaffTime.Read(box));
    }

    [Theory]
    [InlineData("2026-11-23T17:00:00Z", "Contact due 17:00 today, 3 h left", ClockLevel.InTime)]
    [InlineData("2026-11-23T15:30:00Z", "Contact due 15:30 today, 1 h 30 min left", ClockLevel.Soon)]
    [InlineData("2026-11-23T13:40:00Z", "Contact was due 13:40 today, overdue by 20 min", ClockLevel.Late)]
    [InlineData("2026-11-24T17:00:00Z", "Contact due 17:00 tomorrow, 11 h of working time left", ClockLevel.InTime)]
    public void A_clock_says_when_contact_is_due_and_what_is_left(string due, string words, ClockLevel level)
    {
        var clock = CaseClock.Of(ContactPromises.Standard, CaseState.New, DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), null, Now);

        Assert.Equal(new CaseClock(words, level), clock);
    }

    [Fact]
    public void A_clock_is_settled_once_staff_have_spoken()
    {
        var clock = CaseClock.Of(ContactPromises.Standard, CaseState.Contacted, Now.AddHours(-1), Now.AddMinutes(-30), Now);

        Assert.Equal(new CaseClock("Spoke 13:30", ClockLevel.Settled), clock);
    }

    [Fact]
    public void Nothing_said_about_safety_is_said_as_that()
    {
        Assert.StartsWith("They did not say what is safe.", SafeContactLine.Of(Given.Draft(Guid.NewGuid(), "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_safe_is_read_beside_the_number_too()
    {
        var told = Given.Draft(Guid.NewGuid(), "x").With(new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, Words = "Sam Jones, 07700 900123, text only after 6pm, no voicemail",
            Contact = new ContactDetails { Name = "Sam Jones", Phone = "07700900123" }, At = Now,
        });

        Assert.Equal("Safe: in their words, “text only after 6pm; no voicemail”.", SafeContactLine.Of(told));
    }

    [Fact]
    public void An_anonymous_person_is_answered_behind_their_code_only()
    {
        var told = Given.Draft(Guid.NewGuid(), "x").With(new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, Contact = new ContactDetails { Anonymous = true }, At = Now,
        });

        Assert.Contains("do not call, write or visit", SafeContactLine.Of(told), StringComparison.Ordinal);
    }

    [Fact]
    public void No_return_code_is_left_however_it_is_written()
    {
        Prop.ForAll(Gen.Choose(0, 3).ToArbitrary(), style =>
        {
            var code = ReturnCode.New().ToString();
            var written = style switch
            {
                0 => code,
                1 => code.Replace('-', ' '),
                2 => code.Replace("-", "", StringComparison.Ordinal),
                _ => code.Replace('-', '\u2011').ToUpperInvariant(),
            };
            // Without dashes, a code of letters alone is taken for words: one in four hundred.
            return ReturnCodeMask.Hide($"It is {written}, thanks.") == "It is [return code], thanks." || !code.Any(char.IsAsciiDigit);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("They said that this then will stop")]
    [InlineData("My number is 07700 900123 and my flat is 12B")]
    [InlineData("characterization of the 2026 report")]
    public void Plain_words_stay(string words)
    {
        Assert.Equal(words, ReturnCodeMask.Hide(words));
    }
}
