using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff;

/// <summary>
/// Whether a sign-in still holds, for what stays open longer than a request, and what counts as using it: a page that looks for news by
/// itself does not keep anybody signed in who has gone away from it.
/// </summary>
public sealed class StaffSessions(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>True while the sign-in a request came with holds: its time is not over, and the account is as it was.</summary>
    public async Task<bool> HoldsAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ticket = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties;
        if (ticket?.ExpiresUtc is not { } ends || ends <= clock.GetUtcNow())
            return false;
        // A scope of its own: the request's has read the account once and keeps it.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>();
        return await signIn.ValidateSecurityStampAsync(context.User) is not null;
    }

    /// <summary>Prolongs a sign-in for what a person does, and not for what a script fetches by itself.</summary>
    internal static Task Prolong(CookieSlidingExpirationContext context)
    {
        var mode = context.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (HttpMethods.IsGet(context.Request.Method) && mode.Length > 0 && mode != "navigate")
            context.ShouldRenew = false;
        return Task.CompletedTask;
    }
}
