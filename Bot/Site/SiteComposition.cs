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
        return services;
    }
}
