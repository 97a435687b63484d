namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Error, "What fell due could not be done: {Exception}. The next round tries again")]
    public static partial void ClockWorkFailed(ILogger logger, string exception);

    [LoggerMessage(1520, LogLevel.Error, "The audit record was cut off or changed: the end kept before is not in it. Run verify, and keep a copy of the data folder")]
    public static partial void AuditIsCut(ILogger logger);

    [LoggerMessage(1521, LogLevel.Warning, "Where the audit record ends could not be kept: {Failure}. The next round tries again")]
    public static partial void AuditEndNotKept(ILogger logger, string failure);
}
