using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Where a one-time set-up link leads: the password, and for the first administrator the name.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SetUpModel(StaffAccounts accounts, SetUpLinks links, SignInManager<StaffMember> signIn) : PageModel
{
    /// <summary>Whose account it is; null when the link does not work.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>True when the account has no name yet.</summary>
    public bool AsksForName { get; private set; }

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Shows the form. Nothing is used up by looking.</summary>
    public async Task<IActionResult> OnGetAsync(string token)
    {
        await FindAsync(token);
        return Page();
    }

    /// <summary>Uses the link up, sets the password and goes on to the second step.</summary>
    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? password, [FromForm] string? again)
    {
        await FindAsync(token);
        if (Member is null)
            return Page();
        Problems = password != again
            ? ["The two passwords are not the same."]
            : await accounts.SetUpAsync(token, Member, Name, password, HttpContext.RequestAborted);
        if (Problems.Count > 0)
            return Page();
        await signIn.SignInWithClaimsAsync(Member, isPersistent: false, [new(StaffClaims.Method, "pwd")]);
        return Redirect("/staff/second-step");
    }

    private async Task FindAsync(string token)
    {
        Member = await links.FindAsync(token, HttpContext.RequestAborted);
        AsksForName = Member?.Name.Length == 0;
    }
}
