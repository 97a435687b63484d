namespace ReportBot.Bot.Alerts;

/// <summary>The script that shows alerts in a browser whose pages are closed. Everybody may read it: a browser looks for a newer one when nobody is signed in.</summary>
internal static class PushWorker
{
    /// <summary>Where it is.</summary>
    public const string Path = "/staff/sw.js";

    private static readonly byte[] Script = Read();

    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        // Without this its scope would end in a slash, and /staff itself would not be in it.
        context.Response.Headers["Service-Worker-Allowed"] = "/staff";
        await context.Response.Body.WriteAsync(Script, context.RequestAborted);
    }

    private static byte[] Read()
    {
        using var stream = typeof(PushWorker).Assembly.GetManifestResourceStream("Alerts/sw.js")!; // The project embeds it.
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
