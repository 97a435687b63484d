namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1500, LogLevel.Information, "No member of staff can sign in yet: a set-up link was shown on the console")]
    public static partial void FirstLinkShown(ILogger logger);
}
