using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Site;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Qr;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>Sets up the code from the phone, without which no case can be opened. Shows the recovery codes once.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SecondStepModel(StaffAccounts accounts, SignInManager<StaffMember> signIn, IOptions<OrganisationOptions> organisation) : PageModel
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The recovery codes, just made; null before that.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>The key in groups of four.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The key as an authenticator app reads it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The same as a QR code; null when a long name makes it too long for one.</summary>
    public IHtmlContent? Picture => QrCode.Svg(Address) is { } svg ? new HtmlString(svg) : null;

    /// <summary>Shows the key, to somebody who has none yet.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await MemberAsync() is not { } member)
            return Redirect(User.HasBothSteps() ? "/staff" : "/staff/sign-in");
        await ShowKeyAsync(member);
        return Page();
    }

    /// <summary>Turns it on when the code is right.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code)
    {
        if (await MemberAsync() is not { } member)
            return Redirect(User.HasBothSteps() ? "/staff" : "/staff/sign-in");
        RecoveryCodes = await accounts.TurnOnSecondStepAsync(member, code ?? "", HttpContext.RequestAborted);
        if (RecoveryCodes is null)
        {
            Problem = "That code is not right. Check that the phone's clock is set by itself, and type the digits it shows now.";
            await ShowKeyAsync(member);
            return Page();
        }

        await signIn.SignInWithClaimsAsync(member, isPersistent: false, [new(StaffClaims.Method, StaffClaims.BothSteps)]);
        return Page();
    }

    // Null for somebody who has a second step: it is replaced by a set-up link only, never from a session that was left open.
    private async Task<StaffMember?> MemberAsync() =>
        await signIn.UserManager.GetUserAsync(User) is { HasSecondStep: false, OpenId: null } member ? member : null;

    private async Task ShowKeyAsync(StaffMember member)
    {
        var secret = await accounts.SecretAsync(member);
        Secret = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
        Address = Totp.Address($"{organisation.Value.Name} staff", member.Name, secret);
    }
}
