namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Shows the chat page in answer to a form that was refused, as if it had been asked for, with the reason and with what was typed.
/// A redirect could not carry the words.
/// </summary>
public sealed class RefusedForm(RequestDelegate next)
{
    /// <summary>Runs the rest of the request, and once more for the page when the form was refused.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await next(context);
        if (context.Features.Get<ChatRefusal>() is null || context.Response.HasStarted)
            return;
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await next(context);
    }
}
