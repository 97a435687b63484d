using System.Globalization;
using ReportBot.Bot.Site;

namespace ReportBot.Bot.Channels.Website;

/// <summary>The website as a channel of the conversation: a form that posts one message, and what a script asks for beside it.</summary>
public static class WebsiteChannel
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddWebsiteChannel(this IServiceCollection services)
    {
        services.AddOptions<WebsiteOptions>().BindConfiguration(WebsiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ChatCookie>()
            .AddSingleton<ThreadSeed>()
            .AddSingleton<ChatDoor>()
            .AddSingleton<MessageAllowance>()
            .AddSingleton<FileIntake>()
            .AddSingleton<ChatAnswer>()
            .AddSingleton<ChatPost>()
            .AddSingleton<ChatReturn>()
            .AddSingleton<ChatEvents>()
            .AddSingleton<ChatExit>()
            .AddSingleton<ChoiceWords>()
            .AddSingleton<TurnHtml>();
    }

    /// <summary>Maps it. The pages themselves are Razor pages.</summary>
    public static void MapWebsiteChannel(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        routes.MapPost("/chat", services.GetRequiredService<ChatPost>().TakeAsync);
        routes.MapPost("/chat/new", services.GetRequiredService<ChatExit>().StartNewAsync);
        routes.MapGet("/chat/events", services.GetRequiredService<ChatEvents>().StreamAsync);
        routes.MapPost("/chat/typing", services.GetRequiredService<ChatEvents>().TypingAsync);
        routes.MapGet("/chat/after", context => NewerAsync(context, services.GetRequiredService<ChatDoor>(), services.GetRequiredService<ChatAnswer>()));
        routes.MapGet("/exit", services.GetRequiredService<ChatExit>().LeaveAsync);
    }

    private static async Task NewerAsync(HttpContext context, ChatDoor door, ChatAnswer answer)
    {
        if (await door.VisitAsync(context.Request, context.RequestAborted) is not { Session: { } session })
            await ChatAnswer.CloseAsync(context);
        else
            await answer.NewerAsync(context, session, Sequence(context.Request));
    }

    private static int Sequence(HttpRequest request) =>
        int.TryParse(request.Query["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
