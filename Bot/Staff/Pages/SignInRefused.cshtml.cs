using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Tells somebody whom the association's own sign-in did not lead in why, and whom to ask.</summary>
public sealed class SignInRefusedModel(OpenIdProvider provider) : PageModel
{
    /// <summary>Why they are not signed in.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What to do; null when the reason says it.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows it.</summary>
    public IActionResult OnGet([FromQuery] OpenIdRefusal? why)
    {
        if (!provider.IsOn || why is not { } refusal || !Enum.IsDefined(refusal))
            return NotFound();
        Reason = StaffWords.Of(refusal, provider.Name);
        Next = StaffWords.NextAfter(refusal, provider.Name, provider.AskWhom);
        return Page();
    }
}
