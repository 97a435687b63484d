using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Channels.Website;

/// <summary>How a browser stands to the conversation.</summary>
public enum ChatEntry
{
    /// <summary>It has none: a page may be shown, and its first message makes one.</summary>
    New,

    /// <summary>It has one, and may read it.</summary>
    Open,

    /// <summary>What it brought opens nothing: forged, ended by leaving or coming back elsewhere, or deleted after seven days.</summary>
    Closed,
}

/// <summary>Who is at the door.</summary>
/// <param name="Entry">How they stand.</param>
/// <param name="Session">Their session, when it is open.</param>
/// <param name="Tail">The thread and its latest turn, when it is open.</param>
public readonly record struct ChatVisit(ChatEntry Entry, ChatSession? Session, ThreadTail? Tail);

/// <summary>Checks a cookie against the thread it names.</summary>
public sealed class ChatDoor(ChatCookie cookie, ITurnStore store)
{
    /// <summary>Looks at who is there. It changes nothing.</summary>
    public async ValueTask<ChatVisit> VisitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!ChatCookie.IsSent(request))
            return new ChatVisit(ChatEntry.New, null, null);
        if (!cookie.TryRead(request, out var session))
            return new ChatVisit(ChatEntry.Closed, null, null);
        var tail = await store.LatestAsync(session.Thread, cancellationToken);
        return tail is { Latest: not null } && tail.Thread.Session == session.Session
            ? new ChatVisit(ChatEntry.Open, session, tail)
            : new ChatVisit(ChatEntry.Closed, null, null);
    }

    /// <summary>Ends the session of whoever is there, so that no copy of the cookie opens anything. Nothing happens when none is open.</summary>
    public async ValueTask EndAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await VisitAsync(request, cancellationToken) is { Entry: ChatEntry.Open, Session: { } session })
            await store.NextSessionAsync(session.Thread, cancellationToken);
    }
}
