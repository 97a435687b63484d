using System.Security.Claims;
using System.Text;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>Who somebody is at the provider. Never their e-mail address, which can be given to somebody else.</summary>
/// <param name="Issuer">The provider, as it names itself in its tokens.</param>
/// <param name="Subject">The person there: <c>oid:</c> and the object id in Entra, else <c>sub:</c> and the subject.</param>
public sealed record OpenIdIdentity(string Issuer, string Subject);

/// <summary>What a token that was found genuine says of a person.</summary>
/// <param name="Identity">Who they are.</param>
/// <param name="Name">What colleagues see.</param>
/// <param name="Role">What they may do here; null when they may nothing.</param>
/// <param name="Refusal">Why they may nothing; null when they have a role.</param>
public sealed record OpenIdPerson(OpenIdIdentity Identity, string Name, StaffRole? Role, OpenIdRefusal? Refusal)
{
    private const int LongestName = 60;

    /// <summary>Reads the claims of a token whose signature, issuer, audience, time and nonce were checked.</summary>
    public static OpenIdPerson Of(ClaimsPrincipal claims, OpenIdOptions options)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(options);
        var issuer = claims.FindFirstValue("iss") ?? throw new InvalidOperationException("A token without an issuer is not genuine.");
        // An object id means something in Entra alone; elsewhere anybody may be allowed to choose theirs.
        var subject = options.Tenant is not null && claims.FindFirstValue("oid") is { Length: > 0 } oid
            ? "oid:" + oid
            : "sub:" + (claims.FindFirstValue("sub") ?? throw new InvalidOperationException("A token without a subject is not genuine."));
        var (role, refusal) = IsOfTenant(claims, options) ? RoleOf(claims, options) : (null, OpenIdRefusal.OtherTenant);
        return new OpenIdPerson(new OpenIdIdentity(issuer, subject), NameOf(claims.FindFirstValue("name")), role, refusal);
    }

    private static bool IsOfTenant(ClaimsPrincipal claims, OpenIdOptions options) =>
        options.Tenant is not { } tenant || (Guid.TryParse(claims.FindFirstValue("tid"), out var theirs) && theirs == tenant);

    // App roles were given for this application by name, so they go before groups, which were made for other things.
    private static (StaffRole? Role, OpenIdRefusal? Refusal) RoleOf(ClaimsPrincipal claims, OpenIdOptions options)
    {
        var appRoles = Mapped(claims, "roles", options);
        var mapped = appRoles.Count > 0 ? appRoles : Mapped(claims, "groups", options);
        return mapped.Count switch
        {
            1 => (mapped.Single(), null),
            > 1 => (null, OpenIdRefusal.ManyRoles),
            _ => (null, HasOverage(claims) ? OpenIdRefusal.TooManyGroups : OpenIdRefusal.NoRole),
        };
    }

    private static HashSet<StaffRole> Mapped(ClaimsPrincipal claims, string type, OpenIdOptions options)
    {
        var mine = claims.FindAll(type).Select(claim => claim.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. options.Roles.Where(pair => mine.Contains(pair.Key)).Select(pair => StaffRoleNames.All[pair.Value])];
    }

    // Above 200 groups Entra names a place to ask for them instead: learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
    private static bool HasOverage(ClaimsPrincipal claims) =>
        claims.HasClaim("hasgroups", "true") || claims.FindFirstValue("_claim_names")?.Contains("\"groups\"", StringComparison.Ordinal) == true;

    // Directories write "Khan, Amira (Housing)": what a name cannot have here becomes a space.
    private static string NameOf(string? told)
    {
        var kept = new StringBuilder();
        foreach (var c in (told ?? "").Normalize(NormalizationForm.FormC))
            kept.Append(StaffName.Read("xx" + c) is { Length: 3 } ? c : ' ');
        var name = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return StaffName.Read(name.Length > LongestName ? name[..LongestName] : name) ?? "Member of staff";
    }
}
