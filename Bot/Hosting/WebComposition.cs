using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Hosting;

/// <summary>What every page and endpoint stands on: the server's limits, headers, error pages, keys, static files and health.</summary>
public static class WebComposition
{
    // A turn is at most 20,000 characters: four bytes each, three times that when form-encoded. Uploads raise this for their own endpoint.
    private const long MaxBodyBytes = 1024 * 1024;

    /// <summary>Adds it.</summary>
    public static void AddWeb(this WebApplicationBuilder builder, ServiceArguments arguments)
    {
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Logging.Configure(arguments.Quiet);
        // Without this, static files have no bodies outside Development; with reloading on, they are not compressed inside it.
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        if (arguments.Urls is not null)
            builder.WebHost.UseUrls(arguments.Urls);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddDataProtection().SetApplicationName("ReportBot");
        builder.Services.ConfigureOptions<SealedKeys>();
        builder.Services.AddSingleton<IRewrappable, SealedKeyFiles>();
        builder.Services.AddHealthChecks();
        builder.Services.AddExceptionHandler<FailureHandler>();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            // A resident's browser gets no cookie but the session's: SameOrigin and the form's own seed guard the public pages' posts.
            options.Conventions.AddFolderApplicationModelConvention("/Site/Pages", page => page.Filters.Add(new IgnoreAntiforgeryTokenAttribute()));
        });
    }

    /// <summary>Uses it, in the order a request meets it.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = PlainPage.WriteAsync });
        app.UseStatusCodePages(PlainPage.WriteAsync);
        app.UseMiddleware<RefusedForm>();
        app.UseRouting();
        app.UseMiddleware<SameOrigin>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Maps static files, pages and health.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private static void Configure(this ILoggingBuilder logging, bool quiet)
    {
        // Requests carry set-up links and thread ids in their addresses: the framework's own request log stays off.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // An exception's message may quote what a person wrote: FailureHandler logs what is safe of it.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        if (!quiet)
            return;
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
