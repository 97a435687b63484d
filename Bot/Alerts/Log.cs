namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Error, "What needs a person could not be looked at: {Exception}. The next round tries again")]
    public static partial void AlertsNotDecided(ILogger logger, string exception);

    [LoggerMessage(1901, LogLevel.Error, "Case {Case} needs a look for alerts and does not open: {Exception}. It is left out")]
    public static partial void AlertCaseNotOpened(ILogger logger, Guid @case, string exception);

    [LoggerMessage(1902, LogLevel.Information, "Alert {Alert} is told by {Sends} sendings: {Step}")]
    public static partial void AlertTold(ILogger logger, Guid alert, int sends, Alerts.AlertStep step);

    [LoggerMessage(1903, LogLevel.Error, "Alert {Alert} leads to nobody: no way reaches anyone who should be told. It is tried again")]
    public static partial void AlertReachesNobody(ILogger logger, Guid alert);

    [LoggerMessage(1904, LogLevel.Warning, "An alert could not be sent by {Way}: {Failure}. Attempt {Attempt}")]
    public static partial void AlertNotSent(ILogger logger, Alerts.AlertWayKind way, string failure, int attempt);

    [LoggerMessage(1905, LogLevel.Error, "The outbox of alerts could not be worked for {Way}: {Exception}. The next round tries again")]
    public static partial void AlertOutboxFailed(ILogger logger, Alerts.AlertWayKind way, string exception);

    [LoggerMessage(1906, LogLevel.Information, "Alert {Alert} was dropped before it went by {Way}: it is no longer for whom it was queued. The next are told")]
    public static partial void AlertDropped(ILogger logger, Guid alert, Alerts.AlertWayKind way);
}
