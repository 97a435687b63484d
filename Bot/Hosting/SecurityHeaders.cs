using Microsoft.Extensions.Primitives;

namespace ReportBot.Bot.Hosting;

/// <summary>Puts the same guards on every answer, unless the endpoint set a stricter one itself.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Nothing but our own files, no inline script or style, no frame around us.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, StringValues>[] Guards =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        // Not no-referrer: with it browsers send "Origin: null" with our own forms, and SameOrigin would refuse them.
        new("Referrer-Policy", "same-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
        // A page may show what somebody told us: neither a shared computer nor a proxy keeps it. Static files say otherwise themselves.
        new("Cache-Control", "no-store"),
    ];

    /// <summary>Runs the rest of the request with the guards set when the answer starts.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.OnStarting(SetAsync, context.Response);
        return next(context);
    }

    private static Task SetAsync(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        foreach (var (name, value) in Guards)
            headers.TryAdd(name, value);
        return Task.CompletedTask;
    }
}
