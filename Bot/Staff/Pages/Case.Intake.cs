using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in of the person's circumstances.</summary>
    [BindProperty]
    public CircumstancesForm Known { get; set; } = new();

    /// <summary>The answers staff added to a report, each with who added it.</summary>
    public IEnumerable<(ReportFact Fact, AnswerAdded Added)> AddedTo(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var showsNumber = new ReportView(Case.Circumstances.With(report), ShowsWords).ShowsNumber(parts.Now);
        foreach (var added in Case.Circumstances.Added.Where(added => added.Report == report.Id))
        {
            var alone = report with { Told = new ReportDraft { Id = report.Id, StartedAt = added.At }.With(added.Answer) };
            if (new ReportView(alone, ShowsWords, Actor.SeesWords).FactOf(added.Answer.Question) is { } fact)
                yield return (added.Answer.Question is not Question.Contact || showsNumber ? fact : fact with { Words = null, HidesWords = true }, added);
        }
    }

    /// <summary>Records where the person lives, and with whom.</summary>
    public Task<IActionResult> OnPostHomeAsync() => DoAsync("home", command => commands.RecordHomeAsync(
        command,
        new Home { Property = Typed(Known.Property), Tenure = Known.Tenure, Patch = Typed(Known.Patch), Adults = Known.Adults, Children = Known.Children },
        HttpContext.RequestAborted));

    /// <summary>Records what every call, visit and letter has to heed.</summary>
    public Task<IActionResult> OnPostNeedsAsync() => DoAsync("needs", command => commands.RecordNeedsAsync(
        command,
        new Needs { Interpreter = Typed(Known.Interpreter), Adjustments = [.. Known.Adjustments.Distinct().Order()], Note = Typed(Known.Note) },
        HttpContext.RequestAborted));

    /// <summary>Sets the marker for safety at visits.</summary>
    public Task<IActionResult> OnPostMarkAsync() => DoAsync("marked", command => commands.MarkVisitsAsync(
        command, Known.Reason, StaffTime.ReadDay(Known.ReviewOn), HttpContext.RequestAborted));

    /// <summary>Takes the marker off.</summary>
    public Task<IActionResult> OnPostUnmarkAsync() => DoAsync("unmarked", command => commands.LiftVisitMarkAsync(command, Known.Reason, HttpContext.RequestAborted));

    private static string? Typed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>What can be filled in of a person's circumstances, one form at a time.</summary>
public sealed class CircumstancesForm
{
    /// <summary>The property's reference.</summary>
    public string? Property { get; set; }

    /// <summary>How they live there.</summary>
    public Tenure? Tenure { get; set; }

    /// <summary>Whose patch it is.</summary>
    public string? Patch { get; set; }

    /// <summary>How many adults live there.</summary>
    public int? Adults { get; set; }

    /// <summary>How many children live there.</summary>
    public int? Children { get; set; }

    /// <summary>The language an interpreter is needed for.</summary>
    public string? Interpreter { get; set; }

    /// <summary>What else is needed.</summary>
    public IList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>More about it.</summary>
    public string? Note { get; set; }

    /// <summary>Why visits need care, or do not any more.</summary>
    public string? Reason { get; set; }

    /// <summary>The day the marker is looked at again, as a date box holds it.</summary>
    public string? ReviewOn { get; set; }
}
