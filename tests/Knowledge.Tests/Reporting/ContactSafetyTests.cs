using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public class ContactSafetyTests
{
    /// <summary>Tuesday 24 November 2026, 14:00 in London.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 14, 0, 0, TimeSpan.Zero);

    private static readonly ReportDraft Nothing = new() { Id = Guid.NewGuid(), StartedAt = Tuesday };

    public static TheoryData<string> Ways => [.. ChannelChoice.All];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Whoever_said_nothing_of_safety_can_be_reached(string way) => Assert.Empty(Against(Nothing, way, Tuesday, false));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Whoever_stays_anonymous_is_reached_behind_their_code_only(string way)
    {
        var told = Nothing.With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, At = Tuesday, Contact = new ContactDetails { Anonymous = true } });

        ContactDanger[] expected = way == ChannelChoice.ReturnCode ? [] : [ContactDanger.Anonymous];
        Assert.Equal(expected, Against(told, way, Tuesday, false));
    }

    [Fact]
    public void Only_the_ways_they_named_are_safe()
    {
        var told = Chose(Nothing, Question.SafeChannels, ChannelChoice.Text, ChannelChoice.Email);

        Assert.Empty(Against(told, ChannelChoice.Text, Tuesday, false));
        Assert.Equal([ContactDanger.WayNotSafe], Against(told, ChannelChoice.Call, Tuesday, false));
        Assert.Equal([ContactDanger.WayNotSafe], Against(told, ChannelChoice.Visit, Tuesday, false));
    }

    [Theory]
    [InlineData("only Thursdays", 24, 14, true)]
    [InlineData("only Thursdays", 26, 14, false)]
    [InlineData("after 6pm", 24, 17, true)]
    [InlineData("after 6pm", 24, 18, false)]
    [InlineData("mornings", 24, 12, true)]
    [InlineData("weekdays before 3pm", 28, 10, true)]
    public void Only_the_times_they_named_are_safe(string words, int day, int hour, bool isDangerous)
    {
        var told = Said(Nothing, Question.SafeTimes, words);

        ContactDanger[] expected = isDangerous ? [ContactDanger.TimeNotSafe] : [];
        Assert.Equal(expected, Against(told, ChannelChoice.Call, new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.Zero), false));
    }

    [Fact]
    public void Words_that_could_not_be_read_have_to_be_read_by_somebody()
    {
        var told = Said(Said(Nothing, Question.SafeTimes, "when he is on lates, ask my sister"), Question.SafeChannels, "my work phone");

        Assert.Equal([ContactDanger.WayInTheirWords, ContactDanger.TimeInTheirWords], Against(told, ChannelChoice.Call, Tuesday, false));
        Assert.Null(ContactSafety.NextTime(told, Tuesday));
    }

    [Theory]
    [InlineData("Sam, 07700 900123, not when he is home in the evenings", ContactDanger.TimeInTheirWords)]
    [InlineData("Sam, 07700 900123, no voicemail", ContactDanger.MessageNotSafe)]
    public void What_was_said_beside_the_number_binds_when_safe_ways_are_named_later(string words, ContactDanger danger)
    {
        var told = Chose(Said(Nothing, Question.Contact, words), Question.SafeChannels, ChannelChoice.Call);

        Assert.Equal([danger], Against(told, ChannelChoice.Call, Tuesday, danger is ContactDanger.MessageNotSafe));
    }

    [Fact]
    public void Times_of_their_own_question_stand_in_place_of_those_beside_the_number()
    {
        var told = Said(Chose(Said(Nothing, Question.Contact, "Sam, 07700 900123, some evenings"), Question.SafeChannels, ChannelChoice.Call), Question.SafeTimes, "afternoons");

        Assert.Empty(Against(told, ChannelChoice.Call, Tuesday, false));
    }

    [Theory]
    [InlineData(VoicemailChoice.No, true)]
    [InlineData(VoicemailChoice.NoName, true)]
    [InlineData(VoicemailChoice.Yes, false)]
    public void A_message_is_left_only_where_they_said_it_may(string choice, bool isDangerous)
    {
        var told = Chose(Nothing, Question.Voicemail, choice);

        Assert.Equal(isDangerous, Against(told, ChannelChoice.Call, Tuesday, true).Count > 0);
        Assert.Empty(Against(told, ChannelChoice.Call, Tuesday, false));
    }

    [Theory]
    [InlineData(ChannelChoice.Call, true)]
    [InlineData(ChannelChoice.Visit, true)]
    [InlineData(ChannelChoice.Text, false)]
    [InlineData(ChannelChoice.Email, false)]
    [InlineData(ChannelChoice.Letter, false)]
    [InlineData(ChannelChoice.ReturnCode, false)]
    public void Whoever_was_not_asked_about_messages_or_did_not_say_has_none_left_where_nobody_answers(string way, bool isDangerous)
    {
        ContactDanger[] expected = isDangerous ? [ContactDanger.MessageNotAsked] : [];

        Assert.Equal(expected, Against(Nothing, way, Tuesday, true));
        Assert.Equal(expected, Against(Nothing.With(new Answer { Question = Question.Voicemail, Kind = AnswerKind.NotSure, At = Tuesday }), way, Tuesday, true));
    }

    [Theory]
    [InlineData(ChannelChoice.Call, true)]
    [InlineData(ChannelChoice.Text, false)]
    public void A_text_message_they_named_as_safe_is_not_a_message_left_for_them(string way, bool isDangerous)
    {
        var told = Chose(Chose(Nothing, Question.SafeChannels, ChannelChoice.Call, ChannelChoice.Text), Question.Voicemail, VoicemailChoice.No);

        ContactDanger[] expected = isDangerous ? [ContactDanger.MessageNotSafe] : [];
        Assert.Equal(expected, Against(told, way, Tuesday, true));
    }

    [Theory]
    [InlineData("only Thursdays", "2026-11-26T00:00")]
    [InlineData("after 6pm", "2026-11-24T18:00")]
    [InlineData("mornings", "2026-11-25T00:00")]
    [InlineData("any time", "2026-11-24T14:00")]
    public void The_next_safe_time_is_found(string words, string next) => Assert.Equal(
        DateTimeOffset.Parse(next + "Z", System.Globalization.CultureInfo.InvariantCulture), ContactSafety.NextTime(Said(Nothing, Question.SafeTimes, words), Tuesday));

    private static IReadOnlyList<ContactDanger> Against(ReportDraft told, string way, DateTimeOffset at, bool leavesMessage) =>
        [.. ContactSafety.Against(told, way, at, leavesMessage)];

    private static ReportDraft Chose(ReportDraft told, string question, params string[] choices) =>
        told.With(new Answer { Question = question, Kind = AnswerKind.Given, Choices = [.. choices], At = Tuesday });

    private static ReportDraft Said(ReportDraft told, string question, string words) =>
        told.With(new Answer { Question = question, Kind = AnswerKind.Given, Words = words, At = Tuesday });
}
