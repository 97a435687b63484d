namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Warning, "A session could not be ended on leaving: {Failure}")]
    public static partial void SessionNotEnded(ILogger logger, string failure);
}
