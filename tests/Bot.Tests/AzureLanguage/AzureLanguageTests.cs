using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using ReportBot.Bot.AzureLanguage;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Redaction;

namespace ReportBot.Bot.Tests.AzureLanguage;

/// <summary>Azure AI Language helps where it answers, and costs two seconds at most where it does not.</summary>
public sealed class AzureLanguageTests : IAsyncLifetime, IDisposable
{
    // Finnish has no profile here: the service may name it.
    private const string Finnish = "Naapurini huutaa minulle joka päivä rappukäytävässä ja uhkailee";

    private readonly LanguageServiceDouble _service = new();
    private readonly TimerClock _clock = new();
    private readonly RecordingLogs _logs = new();
    private ServiceProvider? _provider;

    public Task InitializeAsync() => _service.InitializeAsync();

    public async Task DisposeAsync()
    {
        if (_provider is not null)
            await _provider.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose()
    {
        _clock.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Names_a_language_that_could_not_be_named_here()
    {
        _service.Answer = (context, _) => LanguageServiceDouble.SayLanguageAsync(context, "fi", 0.98);

        Assert.Equal(new LanguageReading(LanguageVerdict.Other, "fi"), await DetectAsync(Finnish));

        var sent = Assert.Single(_service.Received);
        Assert.Equal("?api-version=2024-11-01", Assert.Single(_service.Queries));
        Assert.Equal("LanguageDetection", (string?)sent["kind"]);
        Assert.True((bool)sent["parameters"]!["loggingOptOut"]!);
        Assert.Equal(Finnish, (string?)sent["analysisInput"]!["documents"]![0]!["text"]);
    }

    [Theory]
    [InlineData("My neighbour shouted at me again last night by the bins.")]
    [InlineData("Sąsiad znowu krzyczał na mnie na klatce schodowej")]
    [InlineData("yes")]
    [InlineData("Krzysztof Nowak, 07700 900123")]
    public async Task What_can_be_told_here_never_leaves(string words)
    {
        await DetectAsync(words);

        Assert.Empty(_service.Received);
    }

    [Theory]
    [InlineData("(Unknown)", 0.0)]
    [InlineData("fi", 0.3)]
    [InlineData("fi", 17.0)]
    [InlineData("<script>", 0.99)]
    [InlineData("en", 0.99)]
    public async Task An_answer_that_is_unsure_or_makes_no_sense_changes_nothing(string code, double confidence)
    {
        _service.Answer = (context, _) => LanguageServiceDouble.SayLanguageAsync(context, code, confidence);

        Assert.Equal(new LanguageReading(LanguageVerdict.Other), await DetectAsync(Finnish));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"LanguageDetectionResults\",\"results\":null}")]
    [InlineData("{\"kind\":\"LanguageDetectionResults\",\"results\":{\"documents\":[null]}}")]
    [InlineData("{\"kind\":\"LanguageDetectionResults\",\"results\":{\"documents\":[],\"errors\":[{\"id\":\"1\",\"error\":{\"code\":\"InvalidArgument\",\"message\":\"Too long.\"}}]}}")]
    [InlineData("{\"results\":{\"documents\":[{\"id\":\"7\",\"detectedLanguage\":{\"iso6391Name\":\"fi\",\"confidenceScore\":1}}]}}")]
    [InlineData("{\"results\":{\"documents\":[{\"id\":\"1\",\"detectedLanguage\":{\"iso6391Name\":5,\"confidenceScore\":\"x\"}}]}}")]
    public async Task A_malformed_answer_is_answered_here(string body)
    {
        _service.Answer = (context, _) => context.Response.WriteAsync(body);

        Assert.Equal(new LanguageReading(LanguageVerdict.Other), await DetectAsync(Finnish));
        Assert.Equal("[name], [phone]", (await RedactAsync("Agnieszka Nowak, 07700 900123")).Text);
    }

    [Theory]
    [InlineData(400, "InvalidRequest")]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    [InlineData(500, "InternalServerError")]
    public async Task An_error_is_answered_here_and_nothing_is_asked_for_a_while(int status, string code)
    {
        _service.Answer = (context, _) => LanguageServiceDouble.FailAsync(context, status, code);

        Assert.Equal(new LanguageReading(LanguageVerdict.Other), await DetectAsync(Finnish));
        await DetectAsync(Finnish);
        Assert.Single(_service.Received);

        _clock.Advance(TimeSpan.FromMinutes(5));
        await DetectAsync(Finnish);
        Assert.Equal(2, _service.Received.Count);
    }

    [Fact]
    public async Task Throttling_is_waited_for_once_where_there_is_time()
    {
        _service.Answer = (context, _) => _service.Received.Count == 1
            ? LanguageServiceDouble.FailAsync(context, 429, "TooManyRequests", "1")
            : LanguageServiceDouble.SayLanguageAsync(context, "fi", 0.98);

        var asked = DetectAsync(Finnish);
        await _clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("fi", (await asked).Code);
    }

    [Fact]
    public async Task Throttling_for_longer_than_there_is_time_is_not_waited_for()
    {
        _service.Answer = (context, _) => LanguageServiceDouble.FailAsync(context, 429, "TooManyRequests", "40");

        Assert.Null((await DetectAsync(Finnish)).Code);
        _clock.Advance(TimeSpan.FromSeconds(39));
        await DetectAsync(Finnish);
        Assert.Single(_service.Received);

        _clock.Advance(TimeSpan.FromSeconds(2));
        await DetectAsync(Finnish);
        Assert.Equal(2, _service.Received.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_costs_two_seconds_and_then_nothing()
    {
        var never = new TaskCompletionSource();
        _service.Answer = (context, _) => never.Task.WaitAsync(context.RequestAborted);

        var asked = DetectAsync(Finnish);
        await _clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(2));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(new LanguageReading(LanguageVerdict.Other), await asked);
        Assert.True(DetectAsync(Finnish).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_answered_for_here()
    {
        await _service.DisposeAsync();

        Assert.Equal(new LanguageReading(LanguageVerdict.Other), await DetectAsync(Finnish));
    }

    [Fact]
    public async Task What_it_finds_in_a_text_is_masked_beside_what_is_found_here()
    {
        const string text = "Then brocklehurst came, and his mate from the fish shop, 07700 900123";
        _service.Answer = (context, body) => SayEntitiesAsync(context, ("Person", 5, 12, 0.9), ("PersonType", 31, 4, 0.9), ("Organization", 45, 9, 0.9));

        Assert.Equal("Then [name] came, and his mate from the fish shop, [phone]", (await RedactAsync(text)).Text);

        var sent = Assert.Single(_service.Received);
        Assert.Equal("PiiEntityRecognition", (string?)sent["kind"]);
        Assert.Equal("Utf16CodeUnit", (string?)sent["parameters"]!["stringIndexType"]);
        Assert.True((bool)sent["parameters"]!["loggingOptOut"]!);
    }

    [Theory]
    [InlineData(-1, 4, 0.9)]
    [InlineData(0, 0, 0.9)]
    [InlineData(20, 40, 0.9)]
    [InlineData(int.MaxValue, int.MaxValue, 0.9)]
    [InlineData(0, 4, 0.1)]
    public async Task What_lies_outside_the_text_or_is_unsure_is_not_masked(int offset, int length, double confidence)
    {
        _service.Answer = (context, _) => SayEntitiesAsync(context, ("Person", offset, length, confidence));

        Assert.Equal("They shouted at us.", (await RedactAsync("They shouted at us.")).Text);
    }

    [Fact]
    public async Task A_long_text_goes_in_parts_and_comes_back_in_its_places()
    {
        var text = string.Concat(Enumerable.Repeat("They shouted at us. ", 900)) + "brocklehurst";
        _service.Answer = (context, body) => SayPartsAsync(context, body, "brocklehurst");

        var redacted = await RedactAsync(text);

        Assert.EndsWith("at us. [name]", redacted.Text, StringComparison.Ordinal);
        Assert.Equal(text, string.Concat(_service.Received.Single()["analysisInput"]!["documents"]!.AsArray().Select(document => (string?)document!["text"])));
    }

    [Fact]
    public async Task Nothing_a_person_wrote_is_logged()
    {
        _service.Answer = (context, _) => LanguageServiceDouble.FailAsync(context, 500, "InternalServerError");

        await DetectAsync(Finnish);

        Assert.Contains("Azure AI Language gave no answer: 500", _logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Naapurini", _logs.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(LanguageServiceDouble.Key, _logs.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_everything_is_done_here()
    {
        using var provider = Services(new Dictionary<string, string?>());

        Assert.IsType<LanguageReader>(provider.GetRequiredService<ILanguageDetector>());
        Assert.IsType<Redactor>(provider.GetRequiredService<IRedactor>());
    }

    [Theory]
    [InlineData("Endpoint", "http://language.example")]
    [InlineData("Endpoint", "ftp://127.0.0.1")]
    [InlineData("ApiVersion", "latest")]
    [InlineData("Timeout", "00:00:03")]
    public void Settings_that_cannot_be_right_are_refused(string setting, string value)
    {
        using var provider = Services(new Dictionary<string, string?> { [$"AzureLanguage:{setting}"] = value, ["AzureLanguage:Key"] = "k" });

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<AzureLanguageOptions>>().Value);
    }

    private static Task SayEntitiesAsync(HttpContext context, params (string Category, int Offset, int Length, double Confidence)[] entities) => context.Response.WriteAsJsonAsync(new
    {
        kind = "PiiEntityRecognitionResults",
        results = new
        {
            documents = new[] { new { id = "0", redactedText = "*", entities = entities.Select(e => new { text = "*", category = e.Category, offset = e.Offset, length = e.Length, confidenceScore = e.Confidence }), warnings = Array.Empty<object>() } },
            errors = Array.Empty<object>(),
            modelVersion = "2024-11-01",
        },
    });

    private static Task SayPartsAsync(HttpContext context, JsonNode body, string name) => context.Response.WriteAsJsonAsync(new
    {
        kind = "PiiEntityRecognitionResults",
        results = new
        {
            documents = body["analysisInput"]!["documents"]!.AsArray().Select(document => (Id: (string?)document!["id"], At: ((string?)document["text"])!.IndexOf(name, StringComparison.Ordinal)))
                .Select(found => new { id = found.Id, entities = found.At < 0 ? [] : new[] { new { category = "Person", offset = found.At, length = name.Length, confidenceScore = 0.9 } } }),
        },
    });

    private Task<LanguageReading> DetectAsync(string words) =>
        Provider.GetRequiredService<ILanguageDetector>().DetectAsync(words, CancellationToken.None).AsTask();

    private Task<RedactedText> RedactAsync(string text) => Provider.GetRequiredService<IRedactor>().RedactAsync(text, CancellationToken.None).AsTask();

    private ServiceProvider Provider => _provider ??= Services(new Dictionary<string, string?>
    {
        ["AzureLanguage:Endpoint"] = _service.Address.ToString(),
        ["AzureLanguage:Key"] = LanguageServiceDouble.Key,
    });

    private ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
        .AddSingleton<TimeProvider>(_clock)
        .AddSingleton<LanguageReader>()
        .AddSingleton<Redactor>()
        .AddAzureLanguage()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
