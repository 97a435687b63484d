using ReportBot.Knowledge.Equality;

namespace ReportBot.Knowledge.Tests.Equality;

public sealed class EqualityQuestionsTests
{
    [Fact]
    public void Ask_for_the_characteristics_of_equality_monitoring_and_nothing_else() => Assert.Equal(
        ["age", "sex", "gender", "ethnic-group", "religion", "disability", "orientation", "language"],
        EqualityQuestions.All.Select(question => question.Id));

    [Fact]
    public void Offer_rather_not_say_last_in_each() =>
        Assert.All(EqualityQuestions.All, question => Assert.Equal(new EqualityChoice("rather-not-say", "Rather not say"), question.Choices[^1]));

    [Fact]
    public void Tell_every_choice_apart() => Assert.All(EqualityQuestions.All, question =>
    {
        Assert.Equal(question.Choices.Length, question.Choices.Select(choice => choice.Id).Distinct().Count());
        Assert.Equal(question.Choices.Length, question.Choices.Select(choice => choice.Label).Distinct().Count());
    });

    [Fact]
    public void Take_known_choices_of_known_questions_and_pass_over_the_rest()
    {
        var sent = new Dictionary<string, string> { ["age"] = "18-24", ["sex"] = "", ["religion"] = "Sam Jones", ["language"] = "rather-not-say", ["name"] = "Sam" };

        var known = EqualityQuestions.Known(sent.GetValueOrDefault);

        Assert.Equal([KeyValuePair.Create("age", "18-24"), KeyValuePair.Create("language", "rather-not-say")], known);
    }
}
