using System.Net;
using System.Text;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Site;
using ReportBot.Bot.Tests.Staff;

namespace ReportBot.Bot.Tests.Hosting;

public sealed class ServingTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingLogs _logs = new();
    private readonly ServiceUnderTest _service;

    public ServingTests() => _service = new ServiceUnderTest
    {
        Adjust = builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_logs);
            builder.Services.AddSingleton<IStartupFilter, Failing>();
        },
    };

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => _service.DisposeAsync();

    public void Dispose()
    {
        _service.Dispose();
        _logs.Dispose();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Says_that_it_is_well(string address)
    {
        Assert.Equal("Healthy", await _service.Client().GetStringAsync(address));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/staff/sign-in")]
    [InlineData("/not-there")]
    [InlineData("/fails")]
    public async Task Every_answer_carries_the_guards(string address)
    {
        using var answer = await _service.Client().GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_failure_says_what_is_kept_and_nothing_of_itself()
    {
        using var answer = await _service.Client().GetAsync("/fails");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("What we confirmed to you before is kept", page, StringComparison.Ordinal);
        Assert.Contains("tel:999", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zeppelin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failures_words_stay_out_of_the_log_and_its_types_are_in_it()
    {
        using var answer = await _service.Client().GetAsync("/fails");

        Assert.DoesNotContain("zeppelin", _logs.Everything, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException < FormatException", _logs.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/not-there")]
    [InlineData("/v3/not-there")]
    public async Task Machines_get_the_status_alone(string address)
    {
        using var answer = await _service.Client().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void The_keys_of_cookies_are_sealed_in_the_data_folder()
    {
        var folder = Path.Combine(_service.Services.GetRequiredService<DataFolder>().Keys, "data-protection");

        var files = Directory.GetFiles(folder).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains("<sealed", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("<value>", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "https://localhost", null, HttpStatusCode.OK)]
    [InlineData("POST", "http://LOCALHOST", "same-origin", HttpStatusCode.OK)]
    [InlineData("POST", null, null, HttpStatusCode.OK)]
    [InlineData("POST", null, "none", HttpStatusCode.OK)]
    [InlineData("GET", "https://evil.example", "cross-site", HttpStatusCode.OK)]
    [InlineData("POST", "https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "https://localhost.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "https://localhost:444", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "null", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "https://localhost", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "https://evil.example", null, HttpStatusCode.Forbidden)]
    public async Task A_change_asked_for_by_another_site_is_refused(string method, string? origin, string? site, HttpStatusCode status)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/passes");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await _service.Client().SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_sealed_key_opens_again_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("reportbot-keys-").FullName;
        var cookie = await ProtectAsync(folder, protector => Convert.ToBase64String(protector.Protect(Encoding.UTF8.GetBytes("kept"))));

        var opened = await ProtectAsync(folder, protector => Encoding.UTF8.GetString(protector.Unprotect(Convert.FromBase64String(cookie))));

        Assert.Equal("kept", opened);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> ProtectAsync(string folder, Func<Microsoft.AspNetCore.DataProtection.IDataProtector, string> use)
    {
        await using var app = Bot.Hosting.Service.Build(
            new Bot.Hosting.ServiceArguments { Data = folder, Quiet = true },
            new Bot.Hosting.Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, folder));
        var provider = app.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
        return use(provider.CreateProtector("test"));
    }

    /// <summary>Adds an address that fails with a person's words, and one that takes anything, inside the service's own pipeline.</summary>
    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(context => context.Request.Path.Value switch
            {
                "/fails" => throw new InvalidOperationException("marmalade-zeppelin", new FormatException("marmalade-zeppelin")),
                "/passes" => context.Response.WriteAsync("passed"),
                _ => Task.FromResult(context.Response.StatusCode = StatusCodes.Status404NotFound),
            });
        };
    }
}
