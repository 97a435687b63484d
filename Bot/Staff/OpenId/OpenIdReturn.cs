using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>What happens when somebody comes back from the provider: they are signed in, or told why not and whom to ask.</summary>
internal sealed class OpenIdReturn(IOptions<OpenIdOptions> settings, TimeProvider clock, ILogger<OpenIdReturn> logger)
{
    /// <summary>The events of the scheme.</summary>
    public OpenIdConnectEvents Events => new()
    {
        OnTicketReceived = AdmitAsync,
        OnAccessDenied = context => RefuseAsync(context, OpenIdRefusal.Cancelled),
        OnRemoteFailure = FailAsync,
        // Without saved tokens, this is how a provider knows whose sign-out it is.
        OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.ClientId = settings.Value.ClientId;
            return Task.CompletedTask;
        },
    };

    private async Task AdmitAsync(TicketReceivedContext context)
    {
        // The cookies that end with the way are kept by the browser, which need not.
        if (context.Properties?.IssuedUtc is not { } asked || clock.GetUtcNow() - asked > OpenIdScheme.Longest)
        {
            await RefuseAsync(context, OpenIdRefusal.Untrusted);
            return;
        }

        var services = context.HttpContext.RequestServices;
        var person = OpenIdPerson.Of(context.Principal!, settings.Value); // A ticket that was received has one.
        var admission = await services.GetRequiredService<StaffAccounts>().AdmitAsync(person, context.HttpContext.RequestAborted);
        context.HandleResponse();
        if (admission.Member is not { } member)
        {
            context.Response.Redirect(Refused(admission.Refusal!.Value)); // Who is not admitted is refused.
            return;
        }

        await services.GetRequiredService<SignInManager<StaffMember>>()
            .SignInWithClaimsAsync(member, isPersistent: false, [new(StaffClaims.Method, StaffClaims.Elsewhere)]);
        // The session's cookie is Strict: this page was reached from another site, so it goes on from a page of our own.
        context.Response.Redirect("/staff/sign-in/returned" + QueryString.Create("to", context.ReturnUri ?? "/staff"));
    }

    private async Task FailAsync(RemoteFailureContext context)
    {
        var failure = context.Failure;
        Log.OpenIdFailed(logger, failure is null ? "none" : Types(failure));
        await RefuseAsync(context, OpenIdFailures.IsDown(failure) ? OpenIdRefusal.Down : OpenIdRefusal.Untrusted);
    }

    private static async Task RefuseAsync<TOptions>(HandleRequestContext<TOptions> context, OpenIdRefusal refusal)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        await context.HttpContext.RequestServices.GetRequiredService<StaffAccounts>()
            .RecordAsync(member: null, AuditAction.SignInRefused, context.HttpContext.RequestAborted, refusal.ToString());
        context.Response.Redirect(Refused(refusal));
    }

    private static string Refused(OpenIdRefusal refusal) => $"/staff/sign-in/refused?why={refusal}";

    private static string Types(Exception failure) => failure.InnerException is { } cause ? $"{failure.GetType().Name} < {Types(cause)}" : failure.GetType().Name;
}

/// <summary>Tells a provider that is down from one that answers wrongly.</summary>
internal static class OpenIdFailures
{
    /// <summary>True when the failure is that the provider could not be reached in time or had no answer of use.</summary>
    public static bool IsDown(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or TaskCanceledException or IOException => true,
        _ => IsDown(failure.InnerException),
    };
}
