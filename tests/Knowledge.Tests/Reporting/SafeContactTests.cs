using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class SafeContactTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sam Jones, 07700 900123, text only after 6pm", "text only after 6pm")]
    [InlineData("Sam Jones. Email sam.jones@example.org. Never call the house", "Email; Never call the house")]
    [InlineData("text me on +44 7700 900123 between 9.30am and 12", "text me on between 9.30am and 12")]
    [InlineData("Sam Jones 07700 900123", "")]
    public void Is_said_beside_the_contact_without_name_number_or_address(string words, string said) =>
        Assert.Equal(said, string.Join("; ", SafeContact.Said(Contact(words))));

    [Theory]
    [InlineData("call me on Mondays only, Sam Jones 07700 900123, no voicemail", "Monday", null)]
    [InlineData("Sam Jones, 07700 900123, weekday mornings, text only", "Monday Tuesday Wednesday Thursday Friday", "12:00")]
    public void Times_beside_the_contact_are_read(string words, string days, string? until)
    {
        Assert.True(SafeContact.TryReadTimes(Draft().With(Contact(words)), out var safe));

        Assert.Equal(days, string.Join(' ', safe.Days.Order()));
        Assert.Equal(until, safe.Until?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Sam Jones, 07700 900123")]
    [InlineData("Sam Jones, 07700 900123, not when my husband is home on Fridays")]
    [InlineData("Mondays, but he gets home after the match, 07700 900123")]
    public void Times_that_are_not_understood_in_full_are_left_to_staff(string words) =>
        Assert.False(SafeContact.TryReadTimes(Draft().With(Contact(words)), out _));

    [Fact]
    public void Times_of_their_own_question_come_first()
    {
        var draft = Draft().With(Contact("Mondays only, 07700 900123"))
            .With(new Answer { Question = Question.SafeTimes, Kind = AnswerKind.Given, Words = "only Thursdays", At = Now });

        Assert.True(SafeContact.TryReadTimes(draft, out var safe));
        Assert.Equal([DayOfWeek.Thursday], safe.Days);
    }

    private static ReportDraft Draft() => new() { Id = Guid.NewGuid(), StartedAt = Now };

    private static Answer Contact(string words) => new()
    {
        Question = Question.Contact, Kind = AnswerKind.Given, Words = words, Contact = new ContactDetails { Name = "Sam Jones" }, At = Now,
    };
}
