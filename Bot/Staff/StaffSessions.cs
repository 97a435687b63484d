using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff;

/// <summary>
/// Whether a sign-in still holds, for what stays open longer than a request, and what counts as using it: a page that looks for news by
/// itself does not keep anybody signed in who has gone away from it.
/// </summary>
public sealed class StaffSessions(IServiceScopeFactory scopes, StaffSignals accounts, IOptions<StaffSessionOptions> lasts, TimeProvider clock)
{
    private const string SignedInAt = "signed-in-at";

    /// <summary>True while the sign-in a request came with holds: its time is not over, and the account is as it was.</summary>
    public async Task<bool> HoldsAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ticket = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties;
        if (ticket?.ExpiresUtc is not { } ends || ends <= clock.GetUtcNow() || IsTooOld(ticket))
            return false;
        // A scope of its own: the request's has read the account once and keeps it.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>();
        return await signIn.ValidateSecurityStampAsync(context.User) is not null;
    }

    /// <summary>Passes signals on to what is open for whoever is signed in, and gives one when their account changes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="signals">The signals.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<int> WithAccountAsync(HttpContext context, IAsyncEnumerable<int> signals, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(signals);
        await using var others = signals.GetAsyncEnumerator(cancellationToken);
        await using var mine = accounts.WatchAsync(StaffSignals.Of(context.User.Actor().Who.Id), cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (other, own) = (others.MoveNextAsync().AsTask(), mine.MoveNextAsync().AsTask());
        try
        {
            while (await await Task.WhenAny(other, own))
            {
                yield return 0;
                if (other.IsCompleted)
                    other = others.MoveNextAsync().AsTask();
                if (own.IsCompleted)
                    own = mine.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Enumerators may only be let go when nothing waits on them; both end with the token.
            await Task.WhenAny(Task.WhenAll(other, own));
        }
    }

    /// <summary>Notes when a sign-in began.</summary>
    internal Task Begin(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(SignedInAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    /// <summary>True when a sign-in has lasted as long as any may.</summary>
    internal bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(SignedInAt, out var text)
        || !long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
        || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) > lasts.Value.Longest;

    /// <summary>Prolongs a sign-in for what a person does, and not for what a script fetches by itself.</summary>
    internal static Task Prolong(CookieSlidingExpirationContext context)
    {
        var mode = context.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (HttpMethods.IsGet(context.Request.Method) && mode.Length > 0 && mode != "navigate")
            context.ShouldRenew = false;
        return Task.CompletedTask;
    }
}
