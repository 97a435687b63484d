using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ReportBot.Bot.Staff.OpenId;

/// <summary>Signing in with the association's own accounts, where it is set.</summary>
public static class OpenIdComposition
{
    /// <summary>Adds it, beside the staff console's own sign-in.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        // A provider's new key is fetched while the first token signed by it waits; otherwise that sign-in fails and the next succeeds.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OpenIdReturn>().AddSingleton<OpenIdScheme>().AddSingleton<OpenIdProvider>();
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>>(provider => provider.GetRequiredService<OpenIdScheme>());
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(provider => provider.GetRequiredService<OpenIdScheme>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdClock>());
        services.TryAddTransient<OpenIdConnectHandler>();
        // A provider's failure messages may hold names and addresses; OpenIdReturn logs what is safe of them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None));
        return services;
    }

    private sealed class OpenIdClock(TimeProvider clock) : IPostConfigureOptions<OpenIdConnectOptions>
    {
        public void PostConfigure(string? name, OpenIdConnectOptions options) => options.TimeProvider ??= clock;
    }
}
