namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1700, LogLevel.Warning, "The write-ahead log of the equality totals could not be emptied: {Failure}")]
    public static partial void EqualityLogNotEmptied(ILogger logger, string failure);
}
