using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>The provider as the sign-in pages ask after it.</summary>
public sealed class OpenIdProvider(IOptions<OpenIdOptions> settings, IOptionsMonitor<OpenIdConnectOptions> scheme, ILogger<OpenIdProvider> logger)
{
    /// <summary>True when it is set.</summary>
    public bool IsOn => settings.Value.IsOn;

    /// <summary>What the pages call it.</summary>
    public string Name => settings.Value.Name;

    /// <summary>Whom somebody who is refused should ask.</summary>
    public string AskWhom => settings.Value.AskWhom;

    /// <summary>True when it can be asked to sign somebody in now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken) => await ConfigurationAsync(cancellationToken) is not null;

    /// <summary>True when it offers to sign people out of itself too.</summary>
    public async Task<bool> SignsOutAsync(CancellationToken cancellationToken) =>
        await ConfigurationAsync(cancellationToken) is { EndSessionEndpoint.Length: > 0 };

    private async Task<OpenIdConnectConfiguration?> ConfigurationAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
            return null;
        try
        {
            return await scheme.Get(OpenIdScheme.Name).ConfigurationManager!.GetConfigurationAsync(cancellationToken); // Set for every scheme with an authority.
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            // It is not there, or is none: the page says so, and local accounts go on.
            Log.OpenIdDown(logger, failure.GetType().Name);
            return null;
        }
    }
}
