namespace ReportBot.Bot.Hosting;

/// <summary>Marks an endpoint that other origins may post to because it asks for its own proof: a token, not a cookie.</summary>
public sealed class AllowsOtherOrigins;

/// <summary>
/// Refuses a change that another site's page asks a browser to send. With SameSite=Strict cookies this stands for a form token,
/// and needs no second cookie. A request that says nothing of where it comes from is no browser's, or too old to say.
/// </summary>
public sealed class SameOrigin(RequestDelegate next)
{
    /// <summary>Runs the rest of the request, or answers 403.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsOurs(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<AllowsOtherOrigins>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        // Only the authority is compared: behind a proxy that ends TLS the scheme seen here is another.
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
