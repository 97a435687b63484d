using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// Says how much is at stake, with every reason. Points come from a data file. What happened and to whom add up, so that mild words to a
/// frightened, isolated person weigh more than a broken fence.
/// </summary>
public sealed class RiskRules
{
    private const string File = "Reporting/risk.json";

    // Questions whose words tell of harm; contact, wishes and code words do not.
    private static readonly ImmutableArray<string> TellingQuestions =
    [
        Question.Effect, Question.Behaviours, Question.Harm, Question.Damage, Question.Before, Question.Ongoing, Question.WhoDidIt,
        Question.SuspectDetail, Question.Children, Question.AffectedPerson, Question.Age, Question.Perception,
    ];

    private readonly FrozenDictionary<string, RiskEntry> _entries;
    private readonly ImmutableArray<(string Code, Cues Cues)> _cues;
    private readonly int _medium;
    private readonly int _high;

    private RiskRules(RiskFile file)
    {
        Check(file);
        _entries = file.Reasons.ToFrozenDictionary(entry => entry.Code);
        _cues = [.. file.Reasons.Where(entry => !entry.Cues.IsDefaultOrEmpty).Select(entry => (entry.Code, Cues(entry)))];
        (_medium, _high, Version) = (file.Medium, file.High, file.Version);
    }

    /// <summary>The rules that came with the program.</summary>
    public static RiskRules Embedded { get; } = new(EmbeddedData.Read(File, RiskJsonContext.Default.RiskFile));

    /// <summary>The version of the points and bands.</summary>
    public string Version { get; }

    /// <summary>The rules of another copy of the file; throws <see cref="KnowledgeDataException"/> when they cannot be.</summary>
    public static RiskRules Read(Stream json) => new(EmbeddedData.Read(File, json, RiskJsonContext.Default.RiskFile));

    /// <summary>What a reason means, in words for staff; null for a code there is not.</summary>
    public string? Says(string code) => _entries.GetValueOrDefault(code)?.Says;

    /// <summary>True when that reason says a child or an adult with care and support needs may not be safe.</summary>
    public bool IsSafeguarding(string code) => _entries.GetValueOrDefault(code) is { Safeguarding: true };

    /// <summary>The assessment of a draft with what was read from its account. The same input always gives the same.</summary>
    public RiskAssessment Assess(ReportDraft draft, AccountReading reading)
    {
        var facts = RiskFacts.Of(draft, reading).Concat(FromWords(draft));
        ImmutableArray<RiskReason> reasons =
        [
            .. facts.GroupBy(fact => fact.Code).Select(same => (Entry: _entries[same.Key], Words: same.Select(fact => fact.Words).FirstOrDefault(words => words is not null)))
                .GroupBy(reason => reason.Entry.Group ?? reason.Entry.Code)
                .Select(group => group.MaxBy(reason => reason.Entry.Points))
                .Select(reason => new RiskReason(reason.Entry.Code, reason.Entry.Points, reason.Words))
                .OrderByDescending(reason => reason.Points).ThenBy(reason => reason.Code, StringComparer.Ordinal),
        ];
        var score = reasons.Sum(reason => reason.Points);
        return new RiskAssessment(score, score >= _high ? RiskBand.High : score >= _medium ? RiskBand.Medium : RiskBand.Standard, reasons);
    }

    private IEnumerable<RiskFact> FromWords(ReportDraft draft)
    {
        var texts = TellingQuestions.Select(question => draft[question]?.Words).Prepend(draft.ReadableText).OfType<string>().Where(text => text.Length > 0);
        foreach (var text in texts)
        {
            var words = Words.Of(text);
            foreach (var (code, cues) in _cues)
                if (!IsDenied(code, draft) && cues.FirstIn(words) is { } hit)
                    yield return new RiskFact(code, Quote.Around(text, hit, words));
        }
    }

    // An answer outranks what words seem to say.
    private static bool IsDenied(string code, ReportDraft draft) => code switch
    {
        RiskCode.Repeat or RiskCode.Escalating => draft.Chose(Question.Before, BeforeChoice.FirstTime),
        RiskCode.MedicalHelp or RiskCode.Injury => draft.Chose(Question.Harm, HarmChoice.NotHurt),
        RiskCode.MakeSafe or RiskCode.OffensiveGraffiti => draft.Chose(Question.Damage, DamageChoice.None),
        _ => false,
    };

    private static void Check(RiskFile file)
    {
        if (file.Medium <= 0 || file.High <= file.Medium)
            throw new KnowledgeDataException(File, "The bands must rise: 0 < medium < high.");
        if (file.Reasons.GroupBy(entry => entry.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new KnowledgeDataException(File, $"The reason '{twice.Key}' stands there twice.");
        if (file.Reasons.FirstOrDefault(entry => entry.Points <= 0 || string.IsNullOrWhiteSpace(entry.Says)) is { } empty)
            throw new KnowledgeDataException(File, $"The reason '{empty.Code}' needs points above 0 and words for staff.");
        if (file.Reasons.FirstOrDefault(entry => entry.Cues.IsDefaultOrEmpty && !RiskCode.Set.Contains(entry.Code)) is { } idle)
            throw new KnowledgeDataException(File, $"Nothing sets the reason '{idle.Code}': it needs cues.");
        if (RiskCode.Set.FirstOrDefault(code => file.Reasons.All(entry => entry.Code != code)) is { } missing)
            throw new KnowledgeDataException(File, $"The reason '{missing}' is missing.");
    }

    private static Cues Cues(RiskEntry entry)
    {
        try
        {
            return new Cues(entry.Cues);
        }
        catch (FormatException exception)
        {
            throw new KnowledgeDataException(File, $"'{entry.Code}': {exception.Message}", exception);
        }
    }
}
