namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Information, "{Count} conversations that were never sent reached seven days and were deleted")]
    public static partial void DraftsExpired(ILogger logger, int count);

    [LoggerMessage(1201, LogLevel.Error, "Conversations that were never sent could not be deleted: {Exception}. The next round tries again")]
    public static partial void DraftExpiryFailed(ILogger logger, string exception);
}
