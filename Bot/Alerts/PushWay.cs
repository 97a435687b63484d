using System.Globalization;
using System.Net;
using System.Text.Json;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// Pushes an alert to the browsers in which somebody asked for it (RFC 8030), encrypted for each (RFC 8291), so that its push service learns
/// nothing but that something came. A browser that is gone is forgotten.
/// </summary>
internal sealed class PushWay : IAlertWay, IDisposable
{
    // What is older by then was told to others.
    private static readonly TimeSpan Lives = TimeSpan.FromHours(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly PushServiceClient _client;
    private readonly PushOptions _options;
    private readonly VapidKey _key;
    private readonly IServiceScopeFactory _scopes;

    public PushWay(PushOptions options, VapidKey key, IServiceScopeFactory scopes)
    {
        (_options, _key, _scopes) = (options, key, scopes);
        // Trying again is the outbox's.
        _client = new PushServiceClient(_http) { AutoRetryAfter = false };
    }

    public AlertWayKind Kind => AlertWayKind.Push;

    public bool TellsApart => true;

    public bool Reaches(StaffMember member) => !member.Pushes.IsEmpty;

    public async Task<WayResult> SendAsync(AlertMessage message, StaffMember? to, CancellationToken cancellationToken)
    {
        if (to is null || to.Pushes.IsEmpty)
            return WayResult.Nowhere;
        var result = WayResult.Nowhere;
        foreach (var browser in to.Pushes)
        {
            var one = await SendAsync(message, browser, cancellationToken);
            if (one.Outcome is WayOutcome.Nowhere)
                await ForgetAsync(to.Id, browser, cancellationToken);
            else if (result.Outcome is not WayOutcome.Sent)
                result = one;
        }

        return result;
    }

    public void Dispose() => _http.Dispose();

    // Each browser's maker has a service of its own: one that fails says nothing of the others.
    private async Task<WayResult> SendAsync(AlertMessage message, PushAddress browser, CancellationToken cancellationToken)
    {
        if (!_options.Allows(browser.Endpoint))
            return WayResult.Refused("service-not-allowed");
        var address = new PushSubscription { Endpoint = browser.Endpoint };
        address.SetKey(PushEncryptionKeyName.P256DH, browser.Key);
        address.SetKey(PushEncryptionKeyName.Auth, browser.Secret);
        using var vapid = new VapidAuthentication(_key.Public, _key.Private) { Subject = _options.Contact!.ToString() }; // The way is only on with one.
        try
        {
            await _client.RequestPushMessageDeliveryAsync(address, Push(message), vapid, VapidAuthenticationScheme.Vapid, cancellationToken);
            return WayResult.Sent;
        }
        catch (PushServiceClientException failure) when (failure.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return WayResult.Nowhere;
        }
        catch (PushServiceClientException failure)
        {
            return WayResult.Refused(string.Create(CultureInfo.InvariantCulture, $"push-{(int)failure.StatusCode}"));
        }
        catch (HttpRequestException failure)
        {
            return WayResult.Refused(failure.HttpRequestError.ToString());
        }
    }

    private static PushMessage Push(AlertMessage message) => new(JsonSerializer.Serialize(PostedAlert.Of(message), AlertJson.Default.PostedAlert))
    {
        Urgency = PushMessageUrgency.High,
        TimeToLive = (int)Lives.TotalSeconds,
    };

    private async Task ForgetAsync(Guid who, PushAddress browser, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AlertAddresses>().ForgetAsync(who, browser, cancellationToken);
    }
}
