namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Error, "What fell due could not be done: {Exception}. The next round tries again")]
    public static partial void ClockWorkFailed(ILogger logger, string exception);
}
