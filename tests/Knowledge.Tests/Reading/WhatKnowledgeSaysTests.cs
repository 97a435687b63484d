using System.Globalization;
using ReportBot.Knowledge.Equality;
using ReportBot.Knowledge.Policy;
using ReportBot.Knowledge.Services;
using ReportBot.Reading;

namespace ReportBot.Knowledge.Tests.Reading;

/// <summary>Everything in Knowledge that is shown to people reads as easily, and sounds as calm, as the house asks for.</summary>
public sealed class WhatKnowledgeSaysTests
{
    private static readonly HateCrimePolicy Policy = HateCrimePolicy.Embedded;

    private static readonly string[] Names =
    [
        .. Policy.Names,
        .. ServiceDirectory.Embedded.All.Select(service => service.Name), .. ServiceDirectory.Embedded.All.Select(service => service.FullName),
        "Gypsy, Roma and Traveller", "LGBTQIA+", "Safe and Well", "Relay UK", "British Sign Language", "999 BSL", "Kent", "Medway", "Sevenoaks", "Swanley",
    ];

    public static TheoryData<string> Files => ["policy", "policy silences", "services", "urgent help", "equality"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_reads_at_grade_6_or_below(string file) =>
        Assert.True(Readability.Grade(Texts(file), Names) <= PlainWords.HighestGrade, Hardest(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_is_longer_than_40_words(string file) =>
        Assert.DoesNotContain(Texts(file), text => Readability.WordsIn(text) > PlainWords.MostWords);

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_is_cheerful_or_doubts_anyone(string file) =>
        Assert.DoesNotContain(Texts(file), text => !PlainWords.Problems(text).IsEmpty);

    // A single text may hold a hard word it cannot do without; it may not be hard all through.
    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_alone_reads_above_grade_9(string file) =>
        Assert.Empty(Texts(file).Where(text => Readability.Grade(text, Names) > 9).Select(text => $"{Readability.Grade(text, Names):0.0} {text}"));

    private static string[] Texts(string file) => file switch
    {
        "policy" => [.. Policy.Entries.Select(entry => entry.Says)],
        "policy silences" => [.. Policy.Silences.Select(silence => silence.Says)],
        "services" => [.. ServiceDirectory.Embedded.All.Select(service => service.Serves)],
        "equality" => [.. EqualityQuestions.All.Select(question => question.Asks)],
        _ => [.. UrgentHelp.All.Select(entry => entry.Text)],
    };

    private static string Hardest(string file) => string.Join('\n', Texts(file).OrderByDescending(text => Readability.Grade(text, Names)).Take(8)
        .Select(text => string.Create(CultureInfo.InvariantCulture, $"{Readability.Grade(text, Names):0.0} {text}")));
}
