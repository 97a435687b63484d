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

    /// <summary>True for a question whose answer may be given anew: what was safe once need not stay so, and who may be told is theirs to change.</summary>
    public static bool IsSaidAnew(string question) =>
        question is Question.SafeChannels or Question.SafeTimes or Question.Voicemail or Question.CodeWord or Question.WhoMayBeTold;

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
                told = told.With(added.Answer);
        return ReferenceEquals(told, report.Told) ? report : report with { Told = told };
    }
}
