using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Leads to the association's own sign-in. A link and not a form, because the pages' own rules let no form lead to another site.</summary>
public sealed class SignInElsewhereModel(OpenIdProvider provider, TimeProvider clock) : PageModel
{
    /// <summary>Goes there, if it answers.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? to)
    {
        if (!provider.IsOn)
            return NotFound();
        if (!await provider.AnswersAsync(HttpContext.RequestAborted))
            return RedirectToPage("SignInRefused", new { why = OpenIdRefusal.Down });
        return Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(to) ? to : "/staff", IssuedUtc = clock.GetUtcNow() }, OpenIdScheme.Name);
    }
}
