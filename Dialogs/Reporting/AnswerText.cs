using System.Globalization;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Answers in words, the same for the person's summary and the staff's case page.</summary>
public static class AnswerText
{
    /// <summary>The words of a choice of a question.</summary>
    public static string Label(Phrases phrases, string question, string value) =>
        phrases.Find($"{QuestionDialog.KeyOf(question)}_{value}") ?? value;

    /// <summary>An answer as it is shown; "Not provided" when there is none or it was passed over.</summary>
    public static string Of(Phrases phrases, Answer? answer)
    {
        if (answer is null or { Kind: AnswerKind.Skipped })
            return phrases["NotProvided"];
        if (answer.Kind == AnswerKind.NotSure)
            return phrases["NotSure_Answer"];
        var parts = new List<string>(3);
        foreach (var choice in answer.Choices)
            parts.Add(Label(phrases, answer.Question, choice));
        if (answer.Place is not null && answer.Place != answer.Words)
            parts.Add(answer.Place);
        if (answer.Words is not null)
            parts.Add(answer.Words);
        var text = string.Join(phrases["ListSeparator"], parts);
        return answer.When is not { } when ? text
            : text.Length == 0 ? When(phrases, when)
            : $"{text} {phrases.With("When_Read", When(phrases, when))}";
    }

    /// <summary>A time in full: "Tuesday 17 November 2026, about 6pm".</summary>
    public static string When(Phrases phrases, IncidentTime when)
    {
        var from = Day(phrases, when.From);
        var days = when.To is null ? phrases.With("When_Since", from)
            : when.To == when.From ? from
            : phrases.With("When_Span", from, Day(phrases, when.To.Value));
        var time = when.Time is { } at ? phrases.With(when.IsApproximate ? "When_AboutTime" : "When_Time", Time(at)) : "";
        return days + time + (when.Recurring ? phrases["When_Recurring"] : "");
    }

    private static string Day(Phrases phrases, DateOnly day) => day.ToString("dddd d MMMM yyyy", phrases.Culture);

    private static string Time(TimeOnly time) => time switch
    {
        { Hour: 12, Minute: 0 } => "noon",
        { Hour: 0, Minute: 0 } => "midnight",
        { Minute: 0 } => time.ToString("htt", CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => time.ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };
}
