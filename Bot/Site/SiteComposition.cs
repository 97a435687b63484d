using Microsoft.Extensions.Options;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Site;

/// <summary>What the public pages stand on.</summary>
public static class SiteComposition
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddOptions<OrganisationOptions>()
            .BindConfiguration(OrganisationOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton(provider => OrganisationOf(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value));
    }

    // The assistant speaks of the same organisation as the pages.
    private static Organisation OrganisationOf(OrganisationOptions options) =>
        new() { Name = options.Name, Phone = options.Phone, PhoneHours = options.PhoneHours };
}
