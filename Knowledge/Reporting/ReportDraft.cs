using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>Words of the account as they came: free recall is as many messages as the person likes.</summary>
/// <param name="Words">The message, verbatim.</param>
/// <param name="At">When it came, UTC.</param>
public sealed record AccountPart(string Words, DateTimeOffset At)
{
    /// <summary>The language it is in when that is not English (BCP 47, <c>und</c> when it has no name here): nothing is read from it. Null else.</summary>
    public string? Language { get; init; }
}

/// <summary>A file the person handed over.</summary>
/// <param name="Id">The id of the stored file.</param>
/// <param name="Kind">The kind found in its content, as a media type such as image/jpeg.</param>
/// <param name="Name">The name it had on the person's device: shown to staff, never logged.</param>
/// <param name="At">When it came, UTC.</param>
public sealed record EvidenceFile(string Id, string Kind, string Name, DateTimeOffset At);

/// <summary>
/// A report while it is being told. Immutable: every answer makes a new one. The next question is always the first that
/// applies and has no answer here, so nothing about progress is stored.
/// </summary>
public sealed record ReportDraft
{
    /// <summary>The draft's id; the report made of it takes its id from this, so sending twice is sending once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid Id { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The account in the person's words, in order.</summary>
    public ImmutableArray<AccountPart> Account { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The person said that is everything. More may still be added at any time.</summary>
    public bool AccountFinished { get; init; }

    /// <summary>The answers, in the order given, at most one a question.</summary>
    public ImmutableArray<Answer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The files handed over, in order.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The person asked for the further questions after the short path.</summary>
    public bool WantsMoreQuestions { get; init; }

    /// <summary>The answer to a question, or null when it has none.</summary>
    public Answer? this[string question]
    {
        get
        {
            foreach (var answer in Answers)
                if (answer.Question == question)
                    return answer;
            return null;
        }
    }

    /// <summary>True when the question has an answer, a skipped one included.</summary>
    public bool HasAnswered(string question) => this[question] is not null;

    /// <summary>The choices made under a question; empty when there are none.</summary>
    public ImmutableArray<string> Chosen(string question) => this[question]?.Choices ?? [];

    /// <summary>True when that choice was made under that question.</summary>
    public bool Chose(string question, string choice) => Chosen(question).Contains(choice);

    /// <summary>The draft with this answer in place of any earlier one to the same question.</summary>
    public ReportDraft With(Answer answer) =>
        this with { Answers = Answers.RemoveAll(a => a.Question == answer.Question).Add(answer) };

    /// <summary>The draft with that question open again.</summary>
    public ReportDraft Without(string question) =>
        this with { Answers = Answers.RemoveAll(a => a.Question == question) };

    /// <summary>The draft with more of the account.</summary>
    /// <param name="words">The message, verbatim.</param>
    /// <param name="at">When it came, UTC.</param>
    /// <param name="language">Its language when it is not English.</param>
    public ReportDraft WithAccount(string words, DateTimeOffset at, string? language = null) =>
        this with { Account = Account.Add(new AccountPart(words, at) { Language = language }) };

    /// <summary>The whole account as one text, its parts a line apart.</summary>
    [JsonIgnore]
    public string AccountText => Account.Length == 1 ? Account[0].Words : string.Join('\n', Account.Select(part => part.Words));

    /// <summary>
    /// <see cref="AccountText"/> with blanks in place of what is not in English, letter for letter: what is found in it stands at the same
    /// place in the account, and nothing is guessed from words that cannot be read.
    /// </summary>
    [JsonIgnore]
    public string ReadableText => Account.All(part => part.Language is null)
        ? AccountText
        : string.Join('\n', Account.Select(part => part.Language is null ? part.Words : new string(' ', part.Words.Length)));

    /// <summary>The languages other than English that the account is written in, in the order met.</summary>
    [JsonIgnore]
    public IEnumerable<string> Languages => Account.Select(part => part.Language).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>When it happened, where it could be read as a time.</summary>
    public Calendar.IncidentTime? When => this[Question.When]?.When ?? this[Question.WhereAndWhen]?.When;

    /// <summary>Where it happened, in the person's words.</summary>
    public string? Place => this[Question.Where]?.Place ?? this[Question.WhereAndWhen]?.Place;

    /// <summary>What the person thinks it was about: only what they chose themselves.</summary>
    [JsonIgnore]
    public ImmutableArray<Characteristic> Perceived => Characteristics(this[Question.Perception]);

    private static ImmutableArray<Characteristic> Characteristics(Answer? answer)
    {
        if (answer is null or { Choices.IsEmpty: true })
            return [];
        var chosen = ImmutableArray.CreateBuilder<Characteristic>(answer.Choices.Length);
        foreach (var choice in answer.Choices)
            if (CharacteristicLabels.TryParse(choice, out var characteristic))
                chosen.Add(characteristic);
        return chosen.ToImmutable();
    }
}
