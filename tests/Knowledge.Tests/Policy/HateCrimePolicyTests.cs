using System.Text;
using System.Text.RegularExpressions;
using ReportBot.Knowledge.Policy;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Policy;

public sealed class HateCrimePolicyTests
{
    private static readonly HateCrimePolicy Policy = HateCrimePolicy.Embedded;

    // Each numbered paragraph of the policy with its number of points; 1 for a paragraph without any.
    public static TheoryData<string, int> Paragraphs => new()
    {
        { "1.1", 1 }, { "1.2", 1 }, { "1.3", 1 }, { "1.4", 1 }, { "2.1", 6 }, { "3.1", 4 }, { "3.2", 4 }, { "3.3", 1 }, { "3.4", 1 }, { "3.5", 12 },
        { "4.1", 6 }, { "5.1", 9 }, { "6.1", 4 }, { "6.2", 1 }, { "6.3", 1 }, { "6.4", 1 }, { "7.1", 4 }, { "7.2", 1 }, { "8.1", 1 }, { "8.2", 3 },
        { "9.1", 4 }, { "10.1", 1 }, { "10.2", 1 }, { "10.3", 1 }, { "11.1", 1 }, { "11.2", 1 }, { "12.1", 1 }, { "12.2", 1 }, { "13", 1 }, { "Appendix A", 3 },
    };

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void Holds_every_paragraph_and_point(string paragraph, int entries) =>
        Assert.Equal(entries, Policy.Entries.Count(entry => entry.Paragraph == paragraph));

    [Fact]
    public void Holds_nothing_else() => Assert.Equal(Paragraphs.Sum(row => (int)row[1]), Policy.Entries.Length);

    [Fact]
    public void Lists_the_ten_behaviours_by_the_choices_of_the_report() => Assert.Equal(
        BehaviourChoice.All.Where(choice => choice != BehaviourChoice.SomethingElse), Policy.Behaviours.Select(behaviour => behaviour.Number.ToString(null as IFormatProvider)));

    [Fact]
    public void Keeps_the_labels_of_behaviours_short() => Assert.All(Policy.Behaviours, behaviour =>
    {
        Assert.InRange(behaviour.Label.Length, 5, 28);
        Assert.InRange(behaviour.Example.Length, 5, 44);
        Assert.Equal("3.5", behaviour.Entry.Paragraph);
    });

    [Fact]
    public void Names_five_types_by_law_and_sex_or_gender_beside_them()
    {
        Assert.Equal(
            [Characteristic.Race, Characteristic.Religion, Characteristic.Disability, Characteristic.SexualOrientation, Characteristic.Transgender, Characteristic.Sex],
            Policy.Types.Select(type => type.Characteristic));
        Assert.Equal(["3.1", "3.1", "3.1", "3.1", "3.1", "3.2"], Policy.Types.Select(type => type.Paragraph));
    }

    [Fact]
    public void Knows_when_it_is_reviewed() => Assert.Equal((3, 1), (Policy.ReviewEveryYears, Policy.ServicesReviewEveryYears));

    [Fact]
    public void Has_the_definitions_at_hand()
    {
        Assert.Equal("3.2", Policy.HateIncident.Paragraph);
        Assert.Equal("3.1", Policy.HateCrime.Paragraph);
        Assert.Contains("no law is broken", Policy.Difference.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Promises_contact_no_more_firmly_than_the_policy() =>
        Assert.Contains("we aim to contact them within one working day", Policy.Find("6.2")!.Says, StringComparison.Ordinal);

    // "We will", "always", "never" and the like are promises; the policy's own are aims and commitments.
    [Fact]
    public void Makes_no_promise_in_its_own_words() => Assert.DoesNotContain(
        Policy.Entries, entry => Regex.IsMatch(entry.Says, @"\b(?:we['’]ll|we will|guarantee|promise|always|make sure you|you will get)\b", RegexOptions.IgnoreCase));

    [Theory]
    [InlineData("\"id\": \"1.2\"", "\"id\": \"1.1\"", "'1.1' stands there twice")]
    [InlineData("\"behaviour\": 10", "\"behaviour\": 9", "numbers 1 to 10")]
    [InlineData("\"nearest\": [\"8.2.3\"]", "\"nearest\": [\"8.9\"]", "no entry '8.9'")]
    [InlineData("\"characteristic\": \"sex\"", "\"characteristic\": \"gender\"", "'gender' is no characteristic")]
    [InlineData("\"reviewEveryYears\": 3", "\"reviewEveryYear\": 3", "cannot be read")]
    public void Says_what_is_wrong_with_its_file(string right, string wrong, string problem)
    {
        using var reader = new StreamReader(typeof(HateCrimePolicy).Assembly.GetManifestResourceStream("Policy/policy.json")!);
        var file = reader.ReadToEnd().Replace(right, wrong, StringComparison.Ordinal);

        var thrown = Assert.Throws<KnowledgeDataException>(() => HateCrimePolicy.Read(new MemoryStream(Encoding.UTF8.GetBytes(file))));

        Assert.StartsWith("Policy/policy.json", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }
}
