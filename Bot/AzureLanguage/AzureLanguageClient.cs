using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>
/// Asks Azure AI Language one question at a time, by its REST API. Whatever goes wrong – no answer in time, an error, throttling, an answer
/// that makes no sense – there is no answer, within <see cref="AzureLanguageOptions.Timeout"/> in all, and for a while nothing more is asked.
/// </summary>
internal sealed class AzureLanguageClient(HttpPipeline pipeline, AzureLanguageOptions options, TimeProvider clock, ILogger<AzureLanguageClient> logger)
{
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private long _closedUntil;

    /// <summary>The answer; null when there is none.</summary>
    public async Task<AnalyzeAnswer?> AskAsync(AnalyzeRequest question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _closedUntil))
            return null;
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await AskAsync(question, clock.GetUtcNow() + options.Timeout, either.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or OperationCanceledException or IOException or HttpRequestException or JsonException or AggregateException or Azure.Identity.AuthenticationFailedException)
        {
            // The person's own going away is no failure of the service.
            cancellationToken.ThrowIfCancellationRequested();
            Close(PauseAfterFailure, exception.GetType().Name);
            return null;
        }
    }

    private async Task<AnalyzeAnswer?> AskAsync(AnalyzeRequest question, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            using var message = MessageOf(question);
            await pipeline.SendAsync(message, cancellationToken);
            if (message.Response.Status == 200)
                return JsonSerializer.Deserialize(message.Response.Content.ToMemory().Span, WireJson.Default.AnalyzeAnswer);
            if (message.Response.Status is not (TooManyRequests or Unavailable))
            {
                Close(message.Response.Status is >= 400 and < 500 ? PauseAfterRefusal : PauseAfterFailure, message.Response.Status.ToString(CultureInfo.InvariantCulture));
                return null;
            }

            var wait = RetryAfter(message.Response);
            if (!isFirst || wait is not { } pause || clock.GetUtcNow() + pause >= deadline)
            {
                Close(wait ?? PauseAfterFailure, message.Response.Status.ToString(CultureInfo.InvariantCulture));
                return null;
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private HttpMessage MessageOf(AnalyzeRequest question)
    {
        var message = pipeline.CreateMessage();
        message.BufferResponse = true;
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(options.Endpoint!); // Nothing is asked without one.
        message.Request.Uri.AppendPath("/language/:analyze-text", escape: false);
        message.Request.Uri.AppendQuery("api-version", options.ApiVersion);
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(question, WireJson.Default.AnalyzeRequest));
        return message;
    }

    // Seconds, or a date (RFC 9110, 10.2.3).
    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var value))
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? TimeSpan.FromTicks(Math.Clamp((moment - clock.GetUtcNow()).Ticks, 0, LongestPause.Ticks))
            : null;
    }

    private void Close(TimeSpan pause, string reason)
    {
        Interlocked.Exchange(ref _closedUntil, (clock.GetUtcNow() + pause).UtcTicks);
        Log.AzureLanguageFailed(logger, reason, (int)pause.TotalSeconds);
    }
}
