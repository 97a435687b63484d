using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>What staff recorded of a person's circumstances, read from the case's history. It moves no clock and no queue.</summary>
public sealed record CaseCircumstances
{
    /// <summary>Where they live, and with whom; null while nobody has recorded it.</summary>
    public HomeRecorded? Home { get; init; }

    /// <summary>What contact has to heed; null while nobody has recorded it.</summary>
    public NeedsRecorded? Needs { get; init; }

    /// <summary>The marker for safety at visits; null when there is none.</summary>
    public VisitMarked? Visits { get; init; }

    /// <summary>The answers staff added, in the order they did.</summary>
    public ImmutableArray<AnswerAdded> Added { get; init; } = [];

    /// <summary>Reads it.</summary>
    public static CaseCircumstances Of(ImmutableArray<CaseEvent> history) => new()
    {
        Home = history.OfType<HomeRecorded>().LastOrDefault(),
        Needs = history.OfType<NeedsRecorded>().LastOrDefault(),
        Visits = history.LastOrDefault(happened => happened is VisitMarked or VisitMarkLifted) as VisitMarked,
        Added = [.. history.OfType<AnswerAdded>()],
    };

    /// <summary>
    /// True for a question whose answer may be given anew: what was safe once need not stay so, a number or an address changes, and who may be told is
    /// theirs to change.
    /// </summary>
    public static bool IsSaidAnew(string question) =>
        question is Question.Contact or Question.SafeChannels or Question.SafeTimes or Question.Voicemail or Question.CodeWord or Question.WhoMayBeTold;

    /// <summary>
    /// A report with the answers staff added where the person gave none: what they said of safe ways and times later binds like what they
    /// said at first, and what they said last of them binds. Any other answer of their own always stands, a question they passed over included.
    /// </summary>
    public Report With(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var told = report.Told;
        foreach (var added in Added)
            if (added.Report == report.Id && (report.Told[added.Answer.Question] is not { } own || (IsSaidAnew(own.Question) && own.At <= added.At)))
                told = told.With(Anew(told[added.Answer.Question], added.Answer));
        return ReferenceEquals(told, report.Told) ? report : report with { Told = told };
    }

    // A new number or address stands in place of number and address together, so that one that is not safe any more stays nowhere. A name is not
    // lost by not being said again, and what they said beside the old number of times, ways and messages binds until they say otherwise there.
    private static Answer Anew(Answer? before, Answer said)
    {
        if (said.Question != Question.Contact || said.Contact is not { Anonymous: false } contact || before is null or { Contact.Anonymous: true })
            return said;
        var heed = SafeContact.Said(said).IsEmpty ? SafeContact.Said(before) : [];
        return said with { Contact = contact with { Name = contact.Name ?? before.Contact?.Name }, Words = string.Join("; ", heed.Prepend(said.Words ?? "")) };
    }
}
