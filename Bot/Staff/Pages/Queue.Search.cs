using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class QueueModel
{
    /// <summary>True when the page shows what was found instead of a queue.</summary>
    public bool Found { get; private set; }

    /// <summary>What was looked for, as typed. It stands in no address, so no history of a browser keeps it.</summary>
    public string? Look { get; private set; }

    /// <summary>The place to go on after in what was found; null on the last page.</summary>
    public string? FoundNext { get; private set; }

    /// <summary>Opens the case of a reference, or shows the cases that a name, postcode, house number or phone number leads to.</summary>
    public async Task<IActionResult> OnPostFindAsync([FromForm] string? look, [FromForm] string? after)
    {
        (Look, Found) = (look?.Trim(), true);
        var actor = User.Actor();
        if (ReferenceNumber.TryParse(Look, out var known) && await reading.FindAsync(actor, known, HttpContext.RequestAborted) is { } id)
            return Redirect($"/staff/cases/{id:N}");
        await LoadSurroundingsAsync();
        var terms = Findables.Read(Look);
        if (terms.IsEmpty || terms.Length > Findables.MostTerms)
        {
            Message = terms.IsEmpty ? "There is nothing to look for in that. Type a reference, a surname, a postcode, a house number or a phone number." : "That is too much at once. Type two or three of them.";
            return Page();
        }

        var (found, again) = await reading.SearchAsync(actor, terms, FoundPlaceOf(after), LinesOnPage, HttpContext.RequestAborted);
        if (found is not { } page)
        {
            Message = TooOften(again!.Value); // One of the two is there.
            return Page();
        }

        Lines = page.Lines;
        FoundNext = page.Next is { } next ? string.Create(CultureInfo.InvariantCulture, $"{next.Opened.ToUnixTimeMilliseconds()}.{next.Id:N}") : null;
        return Page();
    }

    private string TooOften(DateTimeOffset again) => string.Create(
        CultureInfo.InvariantCulture,
        $"Nothing was looked for: you have searched {limit.Most} times in {SearchLimit.Within.TotalMinutes:0} minutes, which is as often as anybody may. Try again at {StaffTime.Of(again.AddMinutes(1), parts.Now)}. A reference still opens its case, and this refusal is on the audit record.");

    private static FoundPlace? FoundPlaceOf(string? after) =>
        after?.Split('.') is [var opened, var id]
        && long.TryParse(opened, CultureInfo.InvariantCulture, out var moment) && moment is > 0 and < 253_402_300_800_000
        && Guid.TryParse(id, out var place)
            ? new FoundPlace(DateTimeOffset.FromUnixTimeMilliseconds(moment), place)
            : null;
}
