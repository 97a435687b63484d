using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace ReportBot.Bot.Hosting;

/// <summary>
/// The page for an answer that has no page of its own: not found, refused, too many, failed. It says what is kept and what to do next,
/// needs no script, style or store, and holds 999 because it may be read by someone in danger.
/// </summary>
public static class PlainPage
{
    /// <summary>Writes the page for the status of an answer that has no body yet.</summary>
    public static Task WriteAsync(StatusCodeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WriteAsync(context.HttpContext);
    }

    /// <summary>Writes the page for the status that is set. Machine clients get the status alone.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/v3") || path.StartsWithSegments("/health"))
            return Task.CompletedTask;
        var (title, text) = Words(context.Response.StatusCode);
        var isStaff = path.StartsWithSegments("/staff");
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(title, text, isStaff, context.Response.StatusCode >= 500 ? context.TraceIdentifier : null), context.RequestAborted);
    }

    private static (string Title, string Text) Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("That did not reach us in one piece", "Nothing was changed. Go back, load the page again, and try once more."),
        StatusCodes.Status403Forbidden => ("You cannot open this page", "Nothing was changed. If you followed a link, go back and start from the first page."),
        StatusCodes.Status404NotFound => ("This page is not here", "The address may be old or mistyped. What you told us before is kept."),
        StatusCodes.Status413PayloadTooLarge => ("That was too large to take in", "It was not kept. Everything before it is. A file can be up to 20 MB."),
        StatusCodes.Status429TooManyRequests => ("Please wait a minute", "There were too many tries in a short time. What came before is kept."),
        >= 500 => ("Something went wrong on our side", "What we confirmed to you before is kept. Please try again in a few minutes."),
        _ => ("That did not work", "Nothing was changed. Go back, load the page again, and try once more."),
    };

    private static string Html(string title, string text, bool isStaff, string? number) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{title}</title><link rel="stylesheet" href="/css/{(isStaff ? "staff" : "reportbot")}.css"></head>
        <body>
        {(isStaff ? "" : "<header><a class=\"exit\" href=\"/exit\" rel=\"nofollow noreferrer\">Exit this page</a></header>")}
        <main>
        <h1>{title}</h1>
        <p>{text}</p>
        {(isStaff ? "<p><a href=\"/staff\">Back to the queue</a></p>" : "<p>In danger? Call <a href=\"tel:999\">999</a>. Can’t speak on a mobile? Stay on the line, cough or tap, press 55 when told.</p>\n<p><a href=\"/\">Back to the first page</a></p>")}
        {(number is null ? "" : $"<p><small>If you tell us about this, say this number: {HtmlEncoder.Default.Encode(number)}</small></p>")}
        </main>
        </body>
        </html>
        """;
}
