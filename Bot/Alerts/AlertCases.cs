using System.Security.Cryptography;
using System.Text.Json;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Alerts;

/// <summary>Opens cases for alerts. One that does not open must not keep the others from being alerted to.</summary>
public sealed class AlertCases(ICaseStore cases, ILogger<AlertCases> logger)
{
    /// <summary>The case; null when there is none, or it does not open.</summary>
    public async Task<Case?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.FindAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is CryptographicException or InvalidDataException or JsonException)
        {
            Log.AlertCaseNotOpened(logger, id, exception.GetType().Name);
            return null;
        }
    }
}
