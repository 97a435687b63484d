using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>The webhook against a receiver on this machine that checks what it gets as www.standardwebhooks.com says.</summary>
public sealed class TheWebhook : IAsyncLifetime, IDisposable
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private readonly ConcurrentQueue<(IHeaderDictionary Headers, string Body)> _received = new();
    private readonly TestClock _clock = new();
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;
    private WebApplication? _app;
    private WebhookWay _way = null!; // Set when it starts.

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
            await _answer(context);
        });
        await _app.StartAsync();
        _way = new WebhookWay(new WebhookOptions { Url = new Uri($"{_app.Urls.Single()}/alerts?key=k"), Secret = Secret }, _clock);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    public void Dispose() => _way.Dispose();

    [Fact]
    public async Task Posts_json_that_whoever_has_the_secret_can_check()
    {
        var message = Message();

        Assert.Equal(WayResult.Sent, await _way.SendAsync(message, null, default));

        var (headers, body) = Assert.Single(_received);
        var (id, time) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        var expected = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}"));
        Assert.Equal($"v1,{Convert.ToBase64String(expected)}", headers["webhook-signature"].ToString());
        Assert.Equal(_clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), time);
        Assert.Equal("application/json", headers.ContentType);
        var posted = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["at", "id", "link", "text", "to"], posted.Select(part => part.Key).Order());
        Assert.Equal(message.Text, (string?)posted["text"]);
        Assert.Equal("https://reports.example.org/staff", (string?)posted["link"]);
        Assert.Equal("next", (string?)posted["to"]);
        Assert.Equal(message.Id, (Guid?)posted["id"]);
    }

    [Theory]
    [InlineData(500, "http-500")]
    [InlineData(404, "http-404")]
    [InlineData(307, "http-307")]
    public async Task An_answer_that_does_not_take_it_is_a_failure_and_no_redirect_is_followed(int status, string failure)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.Equal(WayResult.Down(failure), await _way.SendAsync(Message(), null, default));
        Assert.Single(_received);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_a_failure_without_its_address()
    {
        await _app!.StopAsync();

        var result = await _way.SendAsync(Message(), null, default);

        Assert.Equal(WayResult.Down("ConnectionError"), result);
    }

    private static AlertMessage Message() => AlertMessage.Of(
        new AlertSend(Guid.NewGuid(), Guid.NewGuid(), AlertWayKind.Webhook, AlertStep.Next, null, Given.Sent, 0, Given.Sent, null, null), Queue.Urgent, new Uri("https://reports.example.org"));
}
