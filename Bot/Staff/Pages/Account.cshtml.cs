using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>The account of whoever is signed in.</summary>
public sealed partial class AccountModel(SignInManager<StaffMember> signIn, StaffAccounts accounts, AlertAddresses addresses, AlertsOptions alerts, AlertStore store, IOptions<OpenIdOptions> elsewhere) : PageModel
{
    /// <summary>What the association's own provider is called.</summary>
    public string Provider => elsewhere.Value.Name;

    /// <summary>The account.</summary>
    public StaffMember Member { get; private set; } = null!; // Set before the page is shown.

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync([FromQuery] string? done)
    {
        Member = await CurrentAsync();
        Done = AlertsDone(done);
    }

    /// <summary>Ends every session of this account.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.SignOutEverywhereAsync(await CurrentAsync(), HttpContext.RequestAborted);
        await signIn.SignOutAsync();
        return Redirect("/staff/sign-in?ended=true");
    }

    private async Task<StaffMember> CurrentAsync() =>
        await signIn.UserManager.GetUserAsync(User) ?? throw new InvalidOperationException("Nobody is signed in.");
}
