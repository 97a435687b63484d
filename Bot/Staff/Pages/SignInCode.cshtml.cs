using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The second step of signing in: a code from the phone, or a recovery code.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInCodeModel(SignInManager<StaffMember> signIn, StaffAccounts accounts) : PageModel
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when a recovery code is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    /// <summary>Where to go on to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Shows the form, to somebody whose password was right a moment ago.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is not { IsReady: true } ? RedirectToPage("SignIn", new { to = To }) : Page();

    /// <summary>Checks the code and signs in.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { IsReady: true } member)
            return RedirectToPage("SignIn", new { to = To });
        var result = Recovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code ?? "")
            : await signIn.TwoFactorAuthenticatorSignInAsync(code ?? "", isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            await accounts.RecordAsync(member, AuditAction.SignedIn, HttpContext.RequestAborted);
            return LocalRedirect(Url.IsLocalUrl(To) ? To! : "/staff"); // A local address is not null.
        }

        await accounts.RecordAsync(member, result.IsLockedOut ? AuditAction.LockedOut : AuditAction.SignInRefused, HttpContext.RequestAborted);
        Problem = result.IsLockedOut
            ? "The account is locked for 15 minutes after five wrong tries."
            : Recovery ? "That is not one of your unused recovery codes." : "That code is wrong, or was used before. Wait for the next one.";
        return Page();
    }
}
