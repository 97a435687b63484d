using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Opens a conversation by its return code. Older sessions end, what was said before stays hidden until it is asked for, and once the
/// report is sent the code opens its status and messages only.
/// </summary>
public sealed class ChatReturn(ReturnCodes codes, ITurnStore store, TurnRunner runner, ChatCookie cookie, TimeProvider clock)
{
    /// <summary>Opens it in this browser. False when the code opens nothing. Throws <see cref="IOException"/> when it could not be stored.</summary>
    public async Task<bool> OpenAsync(HttpContext context, string typed, CancellationToken cancellationToken)
    {
        if (!ReturnCode.TryParse(typed, out var code)
            || await codes.FindAsync(code, cancellationToken) is not { } thread
            || await store.LatestAsync(thread.Id, cancellationToken) is not { Latest: { } latest }
            || await store.NextSessionAsync(thread.Id, cancellationToken) is not { } session)
            return false;
        cookie.Write(context, new ChatSession(thread.Id, session, latest.Sequence, thread.Sent));
        // The assistant takes it up from there: with the open question, or with how far the report is.
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Id = $"return-{session}",
            ChannelId = WebsiteMessage.Channel,
            Conversation = new ConversationAccount(id: thread.Id),
            From = new ChannelAccount(id: "resident", role: RoleTypes.User),
            Recipient = new ChannelAccount(id: "assistant", role: RoleTypes.Bot),
            Timestamp = clock.GetUtcNow(),
            Locale = "en-GB",
            Value = new ReplyValue { Choices = [thread.Sent ? Ways.FollowUp : Ways.CarryOn] },
        };
        await runner.RunAsync(thread.Id, session, message, cancellationToken);
        return true;
    }
}
