namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1530, LogLevel.Error, "Reports that were begun and not sent could not be deleted: {Exception}. The next round tries again")]
    public static partial void EntriesNotDeleted(ILogger logger, string exception);
}
