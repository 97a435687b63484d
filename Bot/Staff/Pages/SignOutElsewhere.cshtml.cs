using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Leads somebody who is signed out here on to signing out at the association's own provider, which asks them whether they want to.</summary>
public sealed class SignOutElsewhereModel(OpenIdProvider provider) : PageModel
{
    /// <summary>Goes there, if it offers that.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!provider.IsOn)
            return NotFound();
        return await provider.SignsOutAsync(HttpContext.RequestAborted) ? SignOut(OpenIdScheme.Name) : Redirect("/staff/sign-in?ended=true");
    }
}
