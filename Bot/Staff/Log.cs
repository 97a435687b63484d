namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1500, LogLevel.Information, "No member of staff can sign in yet: a set-up link was shown on the console")]
    public static partial void FirstLinkShown(ILogger logger);

    [LoggerMessage(1501, LogLevel.Error, "No member of staff can sign in yet, and a set-up link could not be made: {Failure}. Make one with: staff add")]
    public static partial void FirstLinkNotMade(ILogger logger, string failure);
}
