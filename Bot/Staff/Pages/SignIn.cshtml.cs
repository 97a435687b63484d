using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The first step of signing in: name and password.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel(SignInManager<StaffMember> signIn, StaffAccounts accounts, OpenIdProvider provider) : PageModel
{
    // One sentence for every reason, so that nobody learns here who has an account.
    private const string Refused = "That name and password do not go together, or the account is locked for 15 minutes after five wrong tries.";

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when they were just signed out.</summary>
    public bool Ended { get; private set; }

    /// <summary>True when they were just signed out here and may want to be at the provider too.</summary>
    public bool ElsewhereToo { get; private set; }

    /// <summary>The association's own provider.</summary>
    public OpenIdProvider Provider => provider;

    /// <summary>The name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Where to go on to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet([FromQuery] bool ended, [FromQuery] bool elsewhere)
    {
        (Ended, ElsewhereToo) = (ended, elsewhere && provider.IsOn);
        return User.HasBothSteps() ? Redirect("/staff") : Page();
    }

    /// <summary>Checks name and password, and goes on to the second step.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? password)
    {
        var member = await signIn.UserManager.FindByNameAsync(Name ?? "");
        if (member is not { IsReady: true, PasswordHash: not null })
            accounts.SpendAsLong(password);
        var result = member is not { IsReady: true, PasswordHash: not null }
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(member, password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("SignInCode", new { to = To });
        if (result.Succeeded)
            return Redirect("/staff/second-step");
        await accounts.RecordAsync(member, result.IsLockedOut ? AuditAction.LockedOut : AuditAction.SignInRefused, HttpContext.RequestAborted);
        Problem = Refused;
        return Page();
    }
}
