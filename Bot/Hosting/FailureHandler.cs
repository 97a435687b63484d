using Microsoft.AspNetCore.Diagnostics;

namespace ReportBot.Bot.Hosting;

/// <summary>
/// What an unexpected failure leaves in the log: its types, where it happened and a number that the page shows too.
/// Never its message, which may quote what a person wrote.
/// </summary>
public sealed class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var route = (httpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        Log.RequestFailed(logger, httpContext.TraceIdentifier, route, Types(exception), exception.StackTrace ?? "");
        httpContext.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await PlainPage.WriteAsync(httpContext);
        return true;
    }

    private static string Types(Exception exception) =>
        exception.InnerException is null
            ? exception.GetType().Name
            : $"{exception.GetType().Name} < {Types(exception.InnerException)}";
}
