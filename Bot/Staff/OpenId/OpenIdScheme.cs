using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>How the provider is spoken to: authorisation code with PKCE, state and nonce, and an id_token that must hold in every part.</summary>
internal sealed class OpenIdScheme(IOptions<OpenIdOptions> settings, OpenIdReturn back, TimeProvider clock) :
    IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "openid";

    /// <summary>Where the provider sends people back to: what is registered there.</summary>
    public const string ReturnPath = "/staff/sign-in/openid";

    /// <summary>Where the provider sends people back to who signed out there.</summary>
    public const string SignedOutPath = "/staff/sign-out/openid";

    /// <summary>How long somebody may take over it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // Clocks of two organisations; Entra's own libraries allow five minutes.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public void Configure(AuthenticationOptions options)
    {
        // Where it is off, there is no scheme: nothing answers at its addresses.
        if (settings.Value.IsOn)
            options.AddScheme<OpenIdConnectHandler>(Name, settings.Value.Name);
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Name)
            return;
        var provider = settings.Value;
        options.Authority = provider.Issuer!.ToString(); // Asked for only where it is on.
        options.RequireHttpsMetadata = provider.Issuer.Scheme == Uri.UriSchemeHttps;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.SignInScheme = IdentityConstants.ApplicationScheme;
        (options.CallbackPath, options.SignedOutCallbackPath, options.SignedOutRedirectUri) = (ReturnPath, SignedOutPath, "/staff/sign-in?ended=true");
        // Signing out from afar needs our cookie in a frame of theirs, and no cookie of ours goes there.
        options.RemoteSignOutPath = default;
        (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        (options.MapInboundClaims, options.SaveTokens, options.GetClaimsFromUserInfoEndpoint, options.DisableTelemetry) = (false, false, false, true);
        // Else the claims that say who somebody is, the issuer first, are taken out as of no use.
        options.ClaimActions.Clear();
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.RemoteAuthenticationTimeout = Longest;
        options.BackchannelTimeout = provider.Timeout;
        Bind(options.CorrelationCookie);
        Bind(options.NonceCookie);
        options.TokenValidationParameters = Rules(provider);
        options.ProtocolValidator.RequireNonce = true;
        options.Events = back.Events;
    }

    // The way back is a link from another site, which brings Lax cookies and not Strict ones. They hold random numbers and end with the way.
    private static void Bind(CookieBuilder cookie)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
    }

    private TokenValidationParameters Rules(OpenIdOptions provider) => new()
    {
        ValidAudience = provider.ClientId,
        ValidateAudience = true,
        ValidateIssuer = true,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        // No shared secrets: a token is signed by a key that only the provider has.
        ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
        // The skew is moved onto our time: a token without a beginning is handed in as beginning with time itself, from which nothing can be taken.
        LifetimeValidator = (begins, ends, _, _) => ends is { } end && clock.GetUtcNow() - Skew < Utc(end) && (begins is not { } begin || clock.GetUtcNow() + Skew >= Utc(begin)),
        NameClaimType = "name",
    };

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
