using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Tests.Site;

/// <summary>The whole service over an in-memory server, in its own empty data folder.</summary>
public sealed class ServiceUnderTest : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reportbot-test-").FullName;
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
            });
        await _app.StartAsync();
    }

    /// <summary>A browser without script that follows no redirect by itself and keeps no cookie.</summary>
    public HttpClient Client() => _app!.GetTestServer().CreateClient();

    /// <summary>A page as a browser would read it.</summary>
    public async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await Client().GetStringAsync(address));

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }
}
