namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1500, LogLevel.Information, "No member of staff can sign in yet: a set-up link was shown on the console")]
    public static partial void FirstLinkShown(ILogger logger);

    [LoggerMessage(1501, LogLevel.Error, "No member of staff can sign in yet, and a set-up link could not be made: {Failure}. Make one with: staff add")]
    public static partial void FirstLinkNotMade(ILogger logger, string failure);

    [LoggerMessage(1502, LogLevel.Error, "What a member of staff who is not there any more has in hand could not all be given back: {Failure}. Conversations come back when they have been silent for too long, cases at their next sign-in")]
    public static partial void NotLetGo(ILogger logger, string failure);

    [LoggerMessage(1510, LogLevel.Warning, "The OpenID provider does not answer: {Failure}. Local accounts go on")]
    public static partial void OpenIdDown(ILogger logger, string failure);

    [LoggerMessage(1511, LogLevel.Warning, "Somebody came back from the OpenID provider with what cannot be used: {Failure}")]
    public static partial void OpenIdFailed(ILogger logger, string failure);
}
