using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// Posts an alert to an address of the association's own, signed as www.standardwebhooks.com says: HMAC-SHA256 over id, time and body.
/// No redirect is followed, so that nothing signed goes anywhere else.
/// </summary>
internal sealed class WebhookWay(WebhookOptions options, TimeProvider clock) : IAlertWay, IDisposable
{
    // A client of its own: the factory's would log the address, which may hold a secret.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public AlertWayKind Kind => AlertWayKind.Webhook;

    public bool TellsApart => false;

    public bool Reaches(StaffMember member) => true;

    public async Task<WayResult> SendAsync(AlertMessage message, StaffMember? to, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(PostedAlert.Of(message), AlertJson.Default.PostedAlert);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var (id, time) = (message.Id.ToString("N"), clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(Sign(id, time, body))}");
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? WayResult.Sent : WayResult.Down(string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}"));
        }
        catch (HttpRequestException failure)
        {
            return WayResult.Down(failure.HttpRequestError.ToString());
        }
    }

    public void Dispose() => _http.Dispose();

    private byte[] Sign(string id, string time, byte[] body) => HMACSHA256.HashData(options.Key(), (ReadOnlySpan<byte>)[.. Encoding.ASCII.GetBytes($"{id}.{time}."), .. body]);
}
