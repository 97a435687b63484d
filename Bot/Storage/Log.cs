namespace ReportBot.Bot;

/// <summary>Storage: events 1100 to 1199.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Error, "A copy without metadata of a file of type {MediaType} could not be made: {Exception}")]
    public static partial void CopyFailed(ILogger logger, string mediaType, string exception);
}
