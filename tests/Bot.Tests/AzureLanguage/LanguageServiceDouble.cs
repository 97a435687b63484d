using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportBot.Bot.Tests.AzureLanguage;

/// <summary>
/// Azure AI Language as its REST API is documented, on this machine: <c>POST /language/:analyze-text</c>, the key in its header, errors in
/// their envelope, per-document errors under 200. What it answers, and when, is the test's.
/// </summary>
public sealed class LanguageServiceDouble : IAsyncLifetime
{
    public const string Key = "0123456789abcdef";

    private WebApplication? _app;

    /// <summary>The bodies received.</summary>
    public ConcurrentQueue<JsonNode> Received { get; } = new();

    /// <summary>The queries received.</summary>
    public ConcurrentQueue<string> Queries { get; } = new();

    /// <summary>What it answers.</summary>
    public Func<HttpContext, JsonNode, Task> Answer { get; set; } = (_, _) => throw new InvalidOperationException("Nobody said what to answer.");

    public Uri Address { get; private set; } = null!; // Set when it starts.

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <summary>An error in the documented envelope.</summary>
    public static Task FailAsync(HttpContext context, int status, string code, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message = "A message.", innererror = new { code, message = "An inner message." } } });
    }

    /// <summary>An answer about the language of the one document.</summary>
    public static Task SayLanguageAsync(HttpContext context, string code, double confidence) => context.Response.WriteAsJsonAsync(new
    {
        kind = "LanguageDetectionResults",
        results = new
        {
            documents = new[] { new { id = "1", detectedLanguage = new { name = "A name", iso6391Name = code, confidenceScore = confidence, script = "Latin", scriptCode = "Latn" }, warnings = Array.Empty<object>() } },
            errors = Array.Empty<object>(),
            modelVersion = "2024-11-01",
        },
    });

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Path != "/language/:analyze-text" || context.Request.Method != "POST")
        {
            await FailAsync(context, 404, "NotFound");
            return;
        }

        if (context.Request.Headers["Ocp-Apim-Subscription-Key"] != Key)
        {
            await FailAsync(context, 401, "Unauthorized");
            return;
        }

        var body = await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body);
        Received.Enqueue(body!);
        Queries.Enqueue(context.Request.QueryString.Value!);
        await Answer(context, body!);
    }
}
