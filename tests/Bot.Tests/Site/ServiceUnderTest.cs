using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Telling;

namespace ReportBot.Bot.Tests.Site;

/// <summary>
/// The whole service over an in-memory server, in its own empty data folder. When it ends it fails the run if its log holds a word of what
/// it was told.
/// </summary>
public sealed class ServiceUnderTest : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reportbot-test-").FullName;
    private readonly ToldWords _told = new();
    private readonly RecordingLogs _logs = new();
    private WebApplication? _app;

    public ManualClock Clock { get; } = new();

    public IServiceProvider Services => _app!.Services;

    /// <summary>Last changes before it is built.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }

    public async Task InitializeAsync()
    {
        _app = Service.Build(
            new ServiceArguments { Data = _folder, Quiet = true },
            new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, _folder),
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                Adjust?.Invoke(builder);
                builder.Logging.AddProvider(_logs)
                    .AddFilter<RecordingLogs>(null, LogLevel.Information)
                    .AddFilter<RecordingLogs>("ReportBot", LogLevel.Trace)
                    .AddFilter<RecordingLogs>("Microsoft.AspNetCore", LogLevel.Warning)
                    .AddFilter<RecordingLogs>("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
            });
        await _app.StartAsync();
    }

    /// <summary>A browser without script that follows no redirect by itself and keeps no cookie.</summary>
    public HttpClient Client() => new(new Listening(_told) { InnerHandler = _app!.GetTestServer().CreateHandler() }) { BaseAddress = _app!.GetTestServer().BaseAddress };

    /// <summary>A page as a browser would read it.</summary>
    public async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await Client().GetStringAsync(address));

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _told.MustNotBeIn(_logs.Everything);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _logs.Dispose();
    }

    /// <summary>Hears what is posted, on its way to the service.</summary>
    private sealed class Listening(ToldWords told) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            switch (request.Content)
            {
                case FormUrlEncodedContent form:
                    told.HearForm(await form.ReadAsStringAsync(cancellationToken));
                    break;
                case MultipartFormDataContent parts:
                    foreach (var part in parts)
                        told.HearField(part.Headers.ContentDisposition?.Name?.Trim('"') ?? "", part.Headers.ContentDisposition?.FileName?.Trim('"') ?? await TextOf(part, cancellationToken));
                    break;
            }

            return await base.SendAsync(request, cancellationToken);
        }

        private static Task<string> TextOf(HttpContent part, CancellationToken cancellationToken) =>
            part is StringContent ? part.ReadAsStringAsync(cancellationToken) : Task.FromResult("");
    }
}
