namespace ReportBot.Bot;

/// <summary>
/// Everything the service logs. Each room adds its own part beside its code. Event numbers: hosting 1000, storage 1100,
/// conversations 1200, channels and site 1300, cases 1400, staff 1500, Azure AI Language 1600, equality 1700, handoff 1800. Never words a person wrote,
/// names, numbers, places or file names.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "Request {Request} to {Route} failed: {Exceptions}\n{Stack}")]
    public static partial void RequestFailed(ILogger logger, string request, string route, string exceptions, string stack);
}
