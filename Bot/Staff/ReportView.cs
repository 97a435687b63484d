using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>A fact of a report as it is shown.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">What is always shown of it; null when all of it is the person's words.</param>
/// <param name="Words">The person's exact words; null when there are none, or when they were not asked for.</param>
/// <param name="HidesWords">True when there are words that were not asked for.</param>
public sealed record ReportFact(string Label, string? Text, string? Words, bool HidesWords);

/// <summary>What the person chose beside what the assistant suggested.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Choices">Each thing chosen or suggested.</param>
public sealed record ReportComparison(string Label, ImmutableArray<ComparedChoice> Choices);

/// <summary>One thing that was chosen or suggested.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Chosen">True when the person chose it.</param>
/// <param name="Suggested">True when the assistant suggested it.</param>
/// <param name="Evidence">The words the suggestion rests on; empty when there are none, or when exact words were not asked for.</param>
public sealed record ComparedChoice(string Words, bool Chosen, bool Suggested, ImmutableArray<string> Evidence);

/// <summary>Something the person wrote, beside its copy to share.</summary>
/// <param name="Words">The exact words.</param>
/// <param name="At">When they wrote it, UTC.</param>
/// <param name="Copy">The copy; the same words when nothing was masked.</param>
public sealed record SaidBeside(string Words, DateTimeOffset At, string Copy);

/// <summary>
/// A report as the case page shows it. The person's exact words are in here only when they were asked for, so that what is not to be read
/// is not in the page at all.
/// </summary>
public sealed class ReportView(Report report, bool showWords, bool showReach = true)
{
    // Words that are needed to reach somebody safely, or to do what they asked. They are shown without asking.
    private static readonly ImmutableHashSet<string> AlwaysShown =
    [
        Question.Contact, Question.SafeChannels, Question.SafeTimes, Question.Voicemail, Question.CodeWord, Question.TrustedPerson, Question.PreferredWorker,
        Question.Needs, Question.Address, Question.PoliceReference, Question.Wants, Question.DoesNotWant, Question.WhoMayBeTold, Question.StaffDetails,
        Question.AffectedPersonKnows, Question.Age,
    ];

    private static readonly string[] ReachQuestions =
    [
        Question.CodeWord, Question.PreferredWorker, Question.TrustedPerson, Question.Needs, Question.DoesNotWant, Question.Wants, Question.Address,
    ];

    // These have a part of the page to themselves.
    private static readonly ImmutableHashSet<string> Elsewhere =
    [
        Question.Account, Question.Perception, Question.Behaviours, Question.Contact, Question.SafeChannels, Question.SafeTimes, Question.Voicemail,
        Question.WhoMayBeTold, .. ReachQuestions,
    ];

    /// <summary>The report.</summary>
    public Report Report => report;

    private ReportDraft Told => report.Told;

    /// <summary>How to reach the person safely, in one line.</summary>
    public string Safe => SafeContactLine.Of(Told);

    /// <summary>What else to know before reaching them: name, number, code word, what they want and do not.</summary>
    /// <param name="now">Now, UTC. While neither a call nor a text message is safe, the number stands on the card for a call alone, behind a named reason.</param>
    public IEnumerable<ReportFact> Reach(DateTimeOffset now) => ContactFacts(ShowsNumber(now)).Concat(ReachQuestions.Select(FactOf).OfType<ReportFact>());

    /// <summary>True while a call or a text message is safe, so that the number may stand in the page.</summary>
    public bool ShowsNumber(DateTimeOffset now) => IsSafe(ChannelChoice.Call, now) || IsSafe(ChannelChoice.Text, now);

    /// <summary>Who may be told, by the person's choice.</summary>
    public string Sharing => Told[Question.WhoMayBeTold] is { Kind: AnswerKind.Given } answer && !answer.Choices.IsEmpty
        ? string.Join(", ", answer.Choices.Select(choice => StaffWords.Choice(answer.Question, choice)))
        : "No one outside. They were not asked for more, or did not choose anybody.";

    /// <summary>How much there is of the account, without its words.</summary>
    public string AccountSize => Told.Account.Length switch
    {
        0 => "They have not said what happened yet.",
        1 => $"One message, {CountWords()} words.{WrittenIn()}",
        var messages => $"{messages} messages, {CountWords()} words.{WrittenIn()}",
    };

    /// <summary>The account, each message as it came; empty when exact words were not asked for.</summary>
    public ImmutableArray<AccountPart> Account => showWords ? Told.Account : [];

    /// <summary>What the person wrote after sending; empty when exact words were not asked for.</summary>
    public IReadOnlyList<MessageReceived> Since(Case full)
    {
        ArgumentNullException.ThrowIfNull(full);
        return showWords ? [.. full.History.OfType<MessageReceived>().Where(message => message.Report == report.Id && message.Words.Length > 0)] : [];
    }

    /// <summary>The answers that have no part of the page to themselves, in order.</summary>
    public IEnumerable<ReportFact> Answers => StaffWords.QuestionsInOrder.Where(question => !Elsewhere.Contains(question)).Select(FactOf).OfType<ReportFact>();

    /// <summary>What they think it was about, beside what was suggested.</summary>
    public ReportComparison Perception => Compare(Question.Perception, report.SuggestedCharacteristics);

    /// <summary>What was done, beside what was suggested.</summary>
    public ReportComparison Behaviours => Compare(Question.Behaviours, report.SuggestedBehaviours);

    /// <summary>What raised the risk, most points first, with the words that did where they were asked for.</summary>
    public IEnumerable<(string Says, int Points, string? Words)> Reasons(RiskRules rules) =>
        report.Risk.Reasons.Select(reason => (rules.Says(reason.Code) ?? reason.Code, reason.Points, showWords ? reason.Words : null));

    // The assistant reads English only: whoever takes the case has to know that nothing was read from the rest.
    private string WrittenIn()
    {
        var languages = Told.Languages.Select(code => WrittenLanguage.Of(code)?.Name ?? "another language").Distinct(StringComparer.Ordinal).ToList();
        return languages.Count == 0 ? "" : $" Some or all of it is in {string.Join(", ", languages)}, which the assistant did not read.";
    }

    private int CountWords() => Told.AccountText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private bool IsSafe(string way, DateTimeOffset now) => ContactSafety.Against(Told, way, now, leavesMessage: false).IsEmpty;

    private IEnumerable<ReportFact> ContactFacts(bool showsNumber)
    {
        if (Told[Question.Contact] is not { Kind: AnswerKind.Given } answer)
            yield break;
        if (answer.Contact?.Name is { } name)
            yield return new ReportFact("Name", name, null, false);
        if (answer.Contact?.Phone is { } phone)
            yield return new ReportFact("Phone", !showsNumber ? "On the card for a call, because calling or texting now goes against what they said" : PhoneNumber.TryParse(phone, out var number) ? number.ToString() : phone, null, false);
        if (answer.Contact?.Email is { } email)
            yield return new ReportFact("E-mail", email, null, false);
        if (!string.IsNullOrWhiteSpace(answer.Words) && (showsNumber || answer.Contact?.Phone is null))
            yield return new ReportFact("They wrote", null, answer.Words, false);
    }

    /// <summary>What was answered to a question; null when it was not asked.</summary>
    public ReportFact? FactOf(string question)
    {
        if (Told[question] is not { } answer)
            return null;
        var label = StaffWords.QuestionOf(question);
        if (answer.Kind is not AnswerKind.Given)
            return new ReportFact(label, answer.Kind is AnswerKind.NotSure ? "Not sure" : "Passed over", null, false);
        string?[] parts =
        [
            .. answer.Choices.Select(choice => StaffWords.Choice(question, choice)),
            answer.Place,
            answer.When is { } when ? StaffTime.Of(when) : null,
        ];
        var text = string.Join("; ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        var hasWords = !string.IsNullOrWhiteSpace(answer.Words);
        var shown = showWords || (showReach && AlwaysShown.Contains(question));
        return new ReportFact(label, text.Length == 0 ? null : text, hasWords && shown ? answer.Words : null, hasWords && !shown);
    }

    private ReportComparison Compare(string question, ImmutableArray<Suggestion> suggestions)
    {
        var chosen = Told.Chosen(question);
        var values = chosen.Concat(suggestions.Select(suggestion => suggestion.Value)).Distinct(StringComparer.Ordinal);
        return new ReportComparison(StaffWords.QuestionOf(question),
        [
            .. values.Select(value =>
            {
                var suggestion = suggestions.FirstOrDefault(suggestion => suggestion.Value == value);
                return new ComparedChoice(StaffWords.Choice(question, value), chosen.Contains(value), suggestion is not null, showWords && suggestion is not null ? suggestion.Evidence : []);
            }),
        ]);
    }
}
