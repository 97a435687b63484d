using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Entering;

namespace ReportBot.Bot.Staff;

/// <summary>
/// Names a cookie <c>__Host-…</c> on https, which no other host or path can then set, and plainly on http, where browsers refuse that name.
/// </summary>
public sealed class StaffCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    /// <inheritdoc />
    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    /// <inheritdoc />
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    /// <inheritdoc />
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}

/// <summary>How long a sign-in lasts and when it ends before: some time without a page, some time in all, or at once when the account changes.</summary>
internal sealed class StaffCookieOptions(StaffCookies cookies, StaffSessions sessions, EntryHold hold, IOptions<StaffSessionOptions> lasts) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private static readonly TimeSpan HalfWay = TimeSpan.FromMinutes(5);

    public void Configure(CookieAuthenticationOptions options) => Configure(name: null, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.CookieManager = cookies;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.Cookie.Name = name == IdentityConstants.ApplicationScheme ? "staff" : name == IdentityConstants.TwoFactorUserIdScheme ? "staff-half" : "staff-never";
        options.ExpireTimeSpan = name == IdentityConstants.ApplicationScheme ? lasts.Value.Idle : HalfWay;
        options.SlidingExpiration = name == IdentityConstants.ApplicationScheme;
        options.LoginPath = "/staff/sign-in";
        options.LogoutPath = "/staff/sign-out";
        options.ReturnUrlParameter = "to";
        if (name != IdentityConstants.ApplicationScheme)
            return;
        options.Events.OnSigningIn = sessions.Begin;
        options.Events.OnValidatePrincipal = CheckAsync;
        options.Events.OnRedirectToAccessDenied = Refuse;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnCheckSlidingExpiration = StaffSessions.Prolong;
    }

    // Looked at on every request: one row read, so that "sign out everywhere" and a changed role hold at once.
    private async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<StaffMember>>();
        if (!sessions.IsTooOld(context.Properties) && await signIn.ValidateSecurityStampAsync(context.Principal) is not null)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // A report that was typed while the session ended is not lost: it is kept, and there again after signing in. Other words are given back.
    private async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await hold.KeepAsync(context.HttpContext))
            context.Response.Redirect($"/staff/sign-in?to={Uri.EscapeDataString(EntryHold.Address)}");
        else if (!await SignedOutPage.WriteAsync(context.HttpContext, context.RedirectUri))
            context.Response.Redirect(context.RedirectUri);
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.User.HasBothSteps())
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect("/staff/second-step");
        return Task.CompletedTask;
    }
}
