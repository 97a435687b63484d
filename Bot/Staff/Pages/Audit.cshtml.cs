using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The audit record, newest first, for those who may read it. Nothing here changes it, and reading it is on it.</summary>
public sealed class AuditModel(IStaffDirectory staff, CaseReading reading) : PageModel
{
    private const int LinesOnPage = 100;

    /// <summary>The reference of the case asked for; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    /// <summary>The member of staff asked for; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Everybody who can sign in, by id.</summary>
    public ImmutableDictionary<Guid, string> People { get; private set; } = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Message { get; private set; }

    /// <summary>The number to go on before; null on the last page.</summary>
    public long? Next { get; private set; }

    /// <summary>Shows a page of the record.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] long? before)
    {
        var actor = User.Actor();
        if (!actor.Audits)
            return Forbid();
        People = (await staff.ListAsync(HttpContext.RequestAborted)).ToImmutableDictionary(one => one.Actor.Who.Id, one => one.Actor.Who.Name);
        Guid? subject = null;
        if (!string.IsNullOrWhiteSpace(Reference))
        {
            subject = ReferenceNumber.TryParse(Reference, out var known) ? await reading.FindAsync(actor, known, HttpContext.RequestAborted) : null;
            if (subject is null)
            {
                Message = "There is no case with that reference.";
                return Page();
            }
        }

        Lines = await reading.AuditAsync(actor, subject, Who, before, LinesOnPage, HttpContext.RequestAborted);
        Next = Lines.Count == LinesOnPage ? Lines[^1].Number : null;
        return Page();
    }

    /// <summary>The name of whoever did something: of staff, or that it was the person, the clock or nobody known.</summary>
    public string NameOf(Guid? who) => who is not { } id ? "Nobody on staff" : People.GetValueOrDefault(id, id.ToString("N")[..8]);
}
