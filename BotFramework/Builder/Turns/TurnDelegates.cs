using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What happens in a turn once the middleware has let it through.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>Goes on to the next middleware, or to the bot after the last.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees activities on their way out. Only <paramref name="next"/> sends them on; not calling it holds them.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Sees a change of something sent before. Only <paramref name="next"/> makes it.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Sees something sent before being taken back. Only <paramref name="next"/> does it.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
