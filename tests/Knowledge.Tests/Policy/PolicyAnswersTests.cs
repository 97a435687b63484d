using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Policy;

namespace ReportBot.Knowledge.Tests.Policy;

public sealed class PolicyAnswersTests
{
    private static readonly PolicyAnswers Answers = PolicyAnswers.Embedded;

    [Theory]
    [MemberData(nameof(AskedQuestions.Answered), MemberType = typeof(AskedQuestions))]
    public void Find_the_paragraph_that_answers(string question, string ids)
    {
        var answer = Answers.Find(question);

        Assert.False(answer.IsSilent, $"{answer.Silence} ({answer.Fit:0.00})");
        Assert.Contains(answer.Entries[0].Id, ids.Split(' '));
    }

    [Theory]
    [MemberData(nameof(AskedQuestions.Silent), MemberType = typeof(AskedQuestions))]
    public void Say_so_when_the_policy_is_silent(string question)
    {
        var answer = Answers.Find(question);

        Assert.True(answer.IsSilent, answer.IsSilent ? "" : $"{answer.Entries[0].Id} ({answer.Fit:0.00})");
        Assert.NotEmpty(answer.Silence!);
    }

    [Fact]
    public void Find_every_question_of_the_data_file_again()
    {
        var policy = HateCrimePolicy.Embedded;
        var missed =
            policy.File.Entries.SelectMany(entry => entry.Questions.Where(question => Answers.Find(question) is var answer && (answer.IsSilent || answer.Entries[0].Id != entry.Id))
                .Select(question => $"{entry.Id}: {question}"))
            .Concat(policy.File.Silent.SelectMany(silent => silent.Questions.Where(question => Answers.Find(question).Silence != silent.Says)
                .Select(question => $"{silent.Id}: {question}")));

        Assert.Empty(missed);
    }

    [Fact]
    public void Give_the_same_answer_to_the_same_question_however_it_is_typed()
    {
        var plain = Answers.Find("Will you tell the police what I said?");

        Assert.Equal(plain.Entries[0], Answers.Find("  WILL YOU TELL THE POLICE WHAT I SAID??? ").Entries[0]);
        Assert.Equal(plain.Entries[0], new PolicyAnswers(HateCrimePolicy.Embedded).Find("Will you tell the police what I said?").Entries[0]);
    }

    [Fact]
    public void Name_what_comes_nearest_when_the_policy_is_silent_on_a_topic()
    {
        var answer = Answers.Find("Can I stay anonymous?");

        Assert.Equal("6.1.1", answer.Entries.Single().Id);
    }

    [Fact]
    public void Answer_any_text_with_one_or_two_paragraphs_or_none() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var answer = Answers.Find(text.Get);
        return answer.Fit is >= 0 and <= 1.0001 && answer.Entries.Length <= 2 && (answer.IsSilent || answer.Entries.Length > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_no_further_than_a_person_would()
    {
        var answer = Answers.Find(string.Concat(Enumerable.Repeat("how soon will you contact me ", 10_000)));

        Assert.Equal("6.2", answer.Entries[0].Id);
    }
}
