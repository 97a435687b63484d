using System.ComponentModel.DataAnnotations;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>
/// Signing in with the association's own accounts, Microsoft Entra ID or another OpenID provider, beside local accounts.
/// Off unless <see cref="Tenant"/> or <see cref="Authority"/> is set.
/// </summary>
public sealed record OpenIdOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "OpenId";

    /// <summary>The id of the Entra tenant whose people may sign in. Not set by default. When it is set, every token must name it, and accounts are known by their object id.</summary>
    public Guid? Tenant { get; init; }

    /// <summary>The provider's address, under which its discovery document is: https, or http on this machine. The tenant's own at Microsoft unless set.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The application's id at the provider; required when this is on.</summary>
    public string? ClientId { get; init; }

    /// <summary>The application's secret, from the environment or a vault only. Not set by default: PKCE alone, as a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the sign-in page calls it; Microsoft unless set.</summary>
    [Required, StringLength(40, MinimumLength = 2)]
    public string Name { get; init; } = "Microsoft";

    /// <summary>Whom somebody who is refused should ask; an administrator unless set.</summary>
    [Required, StringLength(100, MinimumLength = 2)]
    public string AskWhom { get; init; } = "an administrator";

    /// <summary>The role of each group (its object id) and of each app role (its value), named as <c>staff add</c> names roles. At least one is required when this is on.</summary>
    [Required]
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>The longest the provider may take to answer, 1 to 60 seconds; 10 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True when it is on.</summary>
    public bool IsOn => Tenant is not null || Authority is not null;

    /// <summary>Where the discovery document is under; null when this is off.</summary>
    public Uri? Issuer => Authority ?? (Tenant is { } tenant ? new Uri($"https://login.microsoftonline.com/{tenant:D}/v2.0") : null);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            if (ClientId is not null || Roles.Count > 0)
                yield return new ValidationResult("OpenId: set Tenant for Microsoft Entra ID, or Authority for another provider; without one it is off.", [nameof(Tenant)]);
            yield break;
        }

        if (Authority is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))))
            yield return new ValidationResult("OpenId: Authority must be an absolute https address.", [nameof(Authority)]);
        if (Tenant == Guid.Empty)
            yield return new ValidationResult("OpenId: Tenant is the id of one tenant.", [nameof(Tenant)]);
        // Microsoft's shared addresses let every tenant in the world sign in; their discovery document names no issuer to hold a token against.
        if (Authority is { IsAbsoluteUri: true, Host: "login.microsoftonline.com" } && Tenant is null)
            yield return new ValidationResult("OpenId: at Microsoft, set Tenant and leave Authority out.", [nameof(Tenant)]);
        if (string.IsNullOrWhiteSpace(ClientId))
            yield return new ValidationResult("OpenId: ClientId is missing.", [nameof(ClientId)]);
        if (ClientSecret is { Length: 0 })
            yield return new ValidationResult("OpenId: ClientSecret must not be empty when it is set.", [nameof(ClientSecret)]);
        if (Roles.Count == 0)
            yield return new ValidationResult("OpenId: Roles is empty, so nobody could sign in. Name a group or app role and its role here.", [nameof(Roles)]);
        foreach (var (group, role) in Roles)
            if (role is null || !StaffRoleNames.All.ContainsKey(role))
                yield return new ValidationResult($"OpenId: Roles gives {group} a role that is none. The roles are {string.Join(", ", StaffRoleNames.All.Keys.Order(StringComparer.Ordinal))}.", [nameof(Roles)]);
    }
}
