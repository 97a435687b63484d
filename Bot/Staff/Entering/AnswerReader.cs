using System.Collections.Immutable;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>Makes answers of what staff fill in for somebody, as the conversation makes them of what the person says.</summary>
public sealed class AnswerReader(Extractor extractor, LanguageReader languages)
{
    /// <summary>The answer to a question; null when nothing was filled in. Choices that are none of its own are left out.</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="at">When they said it, UTC: "yesterday" is the day before.</param>
    public Answer? Read(EntryQuestion question, string? words, IEnumerable<string> chosen, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(question);
        var typed = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var all = chosen.ToHashSet(StringComparer.Ordinal);
        var choices = question.Choices.Where(all.Contains).ToImmutableArray();
        if (choices.IsEmpty && typed is null)
            return all.Contains(EntryQuestion.NotSure) ? Passed(question, AnswerKind.NotSure, at)
                : all.Contains(EntryQuestion.NotSaid) ? Passed(question, AnswerKind.Skipped, at) : null;
        return Read(new Answer { Question = question.Id, Kind = AnswerKind.Given, Words = typed, Choices = choices, At = at });
    }

    /// <summary>Where and when, of two boxes; null when both are empty.</summary>
    public Answer? WhereAndWhen(string? place, string? when, DateTimeOffset at)
    {
        string?[] both = [place?.Trim(), when?.Trim()];
        var words = string.Join("; ", both.Where(part => !string.IsNullOrEmpty(part)));
        return words.Length == 0 ? null : new Answer
        {
            Question = Question.WhereAndWhen, Kind = AnswerKind.Given, Words = words, At = at,
            Place = string.IsNullOrEmpty(both[0]) ? null : both[0], When = string.IsNullOrEmpty(both[1]) ? null : When(both[1]!, at),
        };
    }

    private Answer Read(Answer answer) => (answer.Question, answer.Words) switch
    {
        // Words that name no choice are their own view of it: kept, and counted under "something else".
        (Question.Perception, not null) when answer.Choices.IsEmpty => answer with { Choices = [Characteristic.SomethingElse.Label()] },
        (Question.WhereAndWhen, { } words) => answer with { Place = words, When = When(words, answer.At) },
        (Question.When, { } words) => answer with { When = When(words, answer.At) },
        (Question.Where, { } words) => answer with { Place = words },
        (Question.Contact, _) when answer.Choices.Contains(Dialogs.Reporting.Contact.Anonymous) => answer with { Contact = new ContactDetails { Anonymous = true } },
        (Question.Contact, { } words) => answer with { Contact = extractor.Contact(words) },
        _ => answer,
    };

    // Words in another language say when to a person, not to us.
    private Knowledge.Calendar.IncidentTime? When(string words, DateTimeOffset at) =>
        languages.Read(words).IsOther ? null : extractor.Read(words, at).When?.Value ?? extractor.When(words, at);

    private static Answer Passed(EntryQuestion question, AnswerKind kind, DateTimeOffset at) => new() { Question = question.Id, Kind = kind, At = at };
}
