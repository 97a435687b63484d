using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Interruptions;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>What a form comes to.</summary>
/// <param name="Told">What was told, as a draft of the conversation would hold it.</param>
/// <param name="Reading">What was read from the account: suggestions, and reasons for risk.</param>
/// <param name="Arrival">How it arrived; null while that cannot be read.</param>
/// <param name="Spoke">What came of speaking with the person as it was told; null when staff did not.</param>
/// <param name="Problems">What has to be filled in differently, by box; empty when it can be sent.</param>
public sealed record EntryReading(
    ReportDraft Told, AccountReading Reading, Arrival? Arrival, FirstContact? Spoke, ImmutableDictionary<string, string> Problems);

/// <summary>Turns what staff typed into the draft the conversation would have made of it.</summary>
public sealed class EntryReader(EntryQuestions questions, AnswerReader answers, AccountReader reader, DangerWatch watch, CryWatch cries, LanguageReader languages)
{
    /// <summary>Reads a form.</summary>
    public EntryReading Read(EntryDraft entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var arrival = Enum.TryParse<ArrivalWay>(entry[EntryBox.Way], out var way) && Enum.IsDefined(way) && StaffTime.Read(entry[EntryBox.At]) is { } at
            ? new Arrival(way, at, Trimmed(entry[EntryBox.ToldBy])) : null;
        var told = Told(entry, arrival?.At ?? now);
        var reading = reader.Read(told, arrival?.At ?? now, SpeaksOfDanger(told));
        told = Suggested(told, reading.Recognised);
        var spoke = entry.Has(EntryBox.Spoke, EntryBox.Yes) ? new FirstContact(ContactWay.Call, null, Trimmed(entry[EntryBox.Outcome]), null) : null;
        return new EntryReading(told, reading, arrival, spoke, Problems(entry, told, arrival, spoke, now));
    }

    private ReportDraft Told(EntryDraft entry, DateTimeOffset at)
    {
        var told = new ReportDraft { Id = entry.Id, StartedAt = entry.StartedAt, AccountFinished = true };
        if (Trimmed(entry[EntryBox.Account]) is { } account)
            told = told.WithAccount(account, at, languages.Read(account).Mark);
        // Danger is ticked when somebody says so; nobody is taken to be safe because nothing was ticked.
        if (entry.Has(Question.Safety, SafetyChoice.Danger))
            told = told.With(new Answer { Question = Question.Safety, Kind = AnswerKind.Given, Choices = [SafetyChoice.Danger], At = at });
        foreach (var question in questions.InOrder)
            if (answers.Read(question, entry[question.Id], entry.Chosen.GetValueOrDefault(question.Id, []), at) is { } answer)
                told = told.With(answer);
        if (answers.WhereAndWhen(entry[EntryBox.Place], entry[EntryBox.When], at) is { } where)
            told = told.With(where);
        return Contact(entry, at) is { } contact ? told.With(contact) : told;
    }

    private static Answer? Contact(EntryDraft entry, DateTimeOffset at)
    {
        var answer = new Answer { Question = Question.Contact, Kind = AnswerKind.Given, At = at };
        if (IsAnonymous(entry))
            return answer with { Choices = [Dialogs.Reporting.Contact.Anonymous], Contact = new ContactDetails { Anonymous = true } };
        string?[] parts = [Trimmed(entry[EntryBox.Name]), Trimmed(entry[EntryBox.Phone]), Trimmed(entry[EntryBox.Email])];
        var words = string.Join(", ", parts.OfType<string>());
        // A number that cannot be read, such as one abroad, stands in the words.
        return words.Length == 0 ? null : answer with
        {
            Words = words,
            Contact = new ContactDetails { Name = parts[0], Phone = PhoneNumber.TryParse(parts[1], out var number) ? number.National : null, Email = parts[2] },
        };
    }

    private static ReportDraft Suggested(ReportDraft told, Recognition recognised)
    {
        if (told[Question.Perception] is { } perception)
            told = told.With(perception with { Suggested = Suggestions.Characteristics(recognised, told.AccountText) });
        return told[Question.Behaviours] is { } behaviours
            ? told.With(behaviours with { Suggested = Suggestions.Behaviours(recognised, told.AccountText) })
            : told;
    }

    // A name is no message: in other languages it may look like a cry. What is no more than an answer is none either.
    private bool SpeaksOfDanger(ReportDraft told) => told.Account.Select(part => part.Words)
        .Concat(told.Answers.Where(answer => answer is { Words: { } words, Question: not Question.Contact } && !questions.IsAnswer(answer.Question, words)).Select(answer => answer.Words!))
        .Any(words => cries.Look(words) is not null || (watch.Look(words) is { IsEmergency: true } danger && !DangerInterruption.IsByChance(danger, words, languages)));

    private static ImmutableDictionary<string, string> Problems(EntryDraft entry, ReportDraft told, Arrival? arrival, FirstContact? spoke, DateTimeOffset now)
    {
        var problems = ImmutableDictionary.CreateBuilder<string, string>();
        if (string.IsNullOrEmpty(entry[EntryBox.Way]))
            problems[EntryBox.Way] = "Choose how it reached us.";
        if (StaffTime.Read(entry[EntryBox.At]) is null)
            problems[EntryBox.At] = "Fill in the date and time at which it reached us.";
        if (arrival is not null)
            foreach (var problem in CaseRules.Arrived(arrival, spoke, now)?.Problems ?? [])
                problems[BoxOf(problem.Field)] = problem.Field == nameof(FirstContactMade.Way)
                    ? "This is no conversation with the person. Untick it, or say that it was a call or a visit."
                    : OutcomeWords.Of(problem.Problem);
        if (!DraftReadiness.IsReady(told))
            problems[EntryBox.Account] = "Write down what happened. It is the one part that is needed.";
        foreach (var (box, words) in entry.Typed)
            if (words.Length > (box == EntryBox.Account ? EntryForms.LongestAccount : CaseRules.LongestWords))
                problems[box] = $"Use at most {(box == EntryBox.Account ? EntryForms.LongestAccount : CaseRules.LongestWords)} characters.";
        if (IsAnonymous(entry) && (entry[EntryBox.Name] ?? entry[EntryBox.Phone] ?? entry[EntryBox.Email]) is not null)
            problems[EntryBox.Name] = "They stay anonymous: take name, number and address out, or untick it.";
        return problems.ToImmutable();
    }

    private static string BoxOf(string field) => field switch
    {
        nameof(Arrival.At) => EntryBox.At,
        nameof(Arrival.ToldBy) => EntryBox.ToldBy,
        nameof(FirstContactMade.Way) => EntryBox.Spoke,
        _ => EntryBox.Outcome,
    };

    private static bool IsAnonymous(EntryDraft entry) => entry.Has(Question.Contact, Dialogs.Reporting.Contact.Anonymous);

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
