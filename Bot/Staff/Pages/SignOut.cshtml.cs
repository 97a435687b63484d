using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Ends the session of this browser.</summary>
public sealed class SignOutModel(SignInManager<StaffMember> signIn, StaffAccounts accounts, OpenIdProvider provider) : PageModel
{
    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.SignOutAsync(await signIn.UserManager.GetUserAsync(User), HttpContext.RequestAborted);
        await signIn.SignOutAsync();
        var elsewhere = User.IsFromElsewhere() && await provider.SignsOutAsync(HttpContext.RequestAborted);
        return Redirect(elsewhere ? "/staff/sign-in?ended=true&elsewhere=true" : "/staff/sign-in?ended=true");
    }
}
