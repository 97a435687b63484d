using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Who a signed-in browser belongs to, read from its claims.</summary>
public static class StaffClaims
{
    /// <summary>How the person proved who they are: <see cref="BothSteps"/> or <c>pwd</c>, as Identity writes it, or <see cref="Elsewhere"/>.</summary>
    public const string Method = "amr";

    /// <summary>Password and code.</summary>
    public const string BothSteps = "mfa";

    /// <summary>At the association's own provider, which asks for what it finds right.</summary>
    public const string Elsewhere = "openid";

    /// <summary>The member of staff; throws <see cref="InvalidOperationException"/> when nobody is signed in, which the policies prevent.</summary>
    public static StaffActor Actor(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && Enum.TryParse<StaffRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
                ? new StaffActor(new StaffRef(id, principal.Identity?.Name ?? ""), role)
                : throw new InvalidOperationException("Nobody is signed in.");
    }

    /// <summary>True when the person gave both password and code, or came from the association's own provider.</summary>
    public static bool HasBothSteps(this ClaimsPrincipal principal) => principal?.HasClaim(Method, BothSteps) == true || principal.IsFromElsewhere();

    /// <summary>True when the person came from the association's own provider.</summary>
    public static bool IsFromElsewhere(this ClaimsPrincipal? principal) => principal?.HasClaim(Method, Elsewhere) == true;
}

/// <summary>Writes an account's claims.</summary>
internal sealed class StaffPrincipals(UserManager<StaffMember> members, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember>(members, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        return identity;
    }
}
