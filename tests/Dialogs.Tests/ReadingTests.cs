using System.Collections;
using System.Resources;
using ReportBot.Knowledge.Policy;
using ReportBot.Knowledge.Services;
using ReportBot.Reading;

namespace ReportBot.Dialogs.Tests;

/// <summary>Everything the assistant says reads easily, topic by topic.</summary>
public class ReadingTests
{
    private const int LongEnoughToGrade = 5;

    private static readonly string[] Names =
        [.. HateCrimePolicy.Embedded.Names, .. ServiceDirectory.Embedded.All.Select(service => service.Name)];

    public static TheoryData<string> Topics =>
        [.. typeof(Assistant).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".Phrases.resources", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Each_topic_reads_at_grade_6_or_below(string topic) =>
        Assert.InRange(Readability.Grade(Said(topic).Where(text => Readability.WordsIn(text) >= LongEnoughToGrade), Names), -5, PlainWords.HighestGrade);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Nothing_in_a_topic_is_cheerful_or_doubts_anyone(string topic) =>
        Assert.DoesNotContain(Said(topic), text => !PlainWords.Problems(text).IsEmpty);

    private static List<string> Said(string topic)
    {
        using var stream = typeof(Assistant).Assembly.GetManifestResourceStream(topic)!;
        using var reader = new ResourceReader(stream);
        return [.. reader.Cast<DictionaryEntry>().Where(entry => IsSaid((string)entry.Key)).Select(entry => (string)entry.Value!)];
    }

    // Words a person types are not words the assistant says.
    private static bool IsSaid(string key) => !key.StartsWith("Words_", StringComparison.Ordinal) && !key.EndsWith("_Words", StringComparison.Ordinal);
}
