namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1800, LogLevel.Error, "The outbox could not be read: {Failure}. The next round tries again")]
    public static partial void OutboxNotRead(ILogger logger, string failure);

    [LoggerMessage(1801, LogLevel.Error, "What waits in case {Case} could not be told: {Failure}. It is tried again")]
    public static partial void OutboxFailed(ILogger logger, Guid @case, string failure);
}
