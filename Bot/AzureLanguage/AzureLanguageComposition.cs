using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Redaction;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>Puts Azure AI Language behind what is done in process, where it is set; without it nothing stands in between.</summary>
public static class AzureLanguageComposition
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <summary>Adds it. The assistant is added beside it.</summary>
    public static IServiceCollection AddAzureLanguage(this IServiceCollection services)
    {
        services.AddOptions<AzureLanguageOptions>().BindConfiguration(AzureLanguageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(ClientOf)
            .AddSingleton<ILanguageDetector>(provider => OptionsOf(provider) is { Endpoint: not null, DetectsLanguage: true }
                ? new AzureLanguageDetector(provider.GetRequiredService<LanguageReader>(), provider.GetRequiredService<AzureLanguageClient>())
                : provider.GetRequiredService<LanguageReader>())
            .AddSingleton<IRedactor>(provider => OptionsOf(provider) is { Endpoint: not null, Redacts: true }
                ? new AzureRedactor(provider.GetRequiredService<Redactor>(), provider.GetRequiredService<AzureLanguageClient>())
                : provider.GetRequiredService<Redactor>());
    }

    private static AzureLanguageOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<AzureLanguageOptions>>().Value;

    private static AzureLanguageClient ClientOf(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        return new AzureLanguageClient(
            PipelineOf(options), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AzureLanguageClient>>());
    }

    // Waits and second tries are the client's own, so that all of them fit into its time; requests carry a person's words and are never logged.
    private static HttpPipeline PipelineOf(AzureLanguageOptions options)
    {
        var settings = new PipelineSettings
        {
            Retry = { MaxRetries = 0, NetworkTimeout = options.Timeout },
            Diagnostics = { IsLoggingEnabled = false, IsLoggingContentEnabled = false, IsTelemetryEnabled = false, IsDistributedTracingEnabled = false },
        };
        HttpPipelinePolicy identity = options.Key is { } key
            ? new KeyPolicy(key)
            : new BearerTokenAuthenticationPolicy(new DefaultAzureCredential(), Scope);
        return HttpPipelineBuilder.Build(settings, identity);
    }

    private sealed class PipelineSettings : ClientOptions;

    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue(KeyHeader, key);
    }
}
