namespace ReportBot.Bot;

internal static partial class Log
{
    [LoggerMessage(1600, LogLevel.Warning, "Azure AI Language gave no answer: {Reason}. It is not asked again for {Seconds} s; what it was asked is done locally")]
    public static partial void AzureLanguageFailed(ILogger logger, string reason, int seconds);
}
