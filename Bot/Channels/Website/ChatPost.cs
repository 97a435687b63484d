using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Reporting;

namespace ReportBot.Bot.Channels.Website;

/// <summary>Takes one message from the chat page's form, with or without script, and answers when it is durable.</summary>
public sealed class ChatPost(
    ChatCookie cookie, ChatDoor door, ThreadSeed seeds, MessageAllowance allowance, FileIntake files, TurnRunner runner, ChatAnswer answer, TimeProvider clock)
{
    /// <summary>Takes it.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        files.MakeRoom(context);
        var fields = new MessageForm();
        IncomingForm form;
        IncomingFile? file;
        try
        {
            form = await IncomingForm.OpenAsync(context.Request, fields, context.RequestAborted);
            file = await form.NextFileAsync(context.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            await answer.RefuseAsync(context, new MessageForm(), IsTooLong(broken) ? ChatProblem.TooLong : ChatProblem.NotOurs);
            return;
        }

        var (session, thread) = Whose(context.Request, fields);
        if (thread is null)
            await (session is null && fields.After == 0 && !ChatCookie.IsSent(context.Request)
                ? answer.RefuseAsync(context, fields, ChatProblem.SeedClosed)
                : ChatAnswer.CloseAsync(context));
        else if (Refusal(context.Request, fields, file is not null, thread) is { } problem)
            await answer.RefuseAsync(context, fields, problem);
        else if (file is not null && session is not null && (await door.VisitAsync(context.Request, context.RequestAborted)).Entry != ChatEntry.Open)
            await ChatAnswer.CloseAsync(context);
        else
            await TakeAsync(context, form, fields, file, session, thread);
    }

    private static bool IsTooLong(Exception broken) => broken is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };

    // A cookie names the thread; without one the page's seed does. A second tab's seed does not matter once there is a cookie.
    private (ChatSession? Session, string? Thread) Whose(HttpRequest request, MessageForm fields)
    {
        if (cookie.TryRead(request, out var session))
            return (session, session.Thread);
        return (null, ChatCookie.IsSent(request) ? null : seeds.Open(fields.Seed, clock.GetUtcNow()));
    }

    private ChatProblem? Refusal(HttpRequest request, MessageForm fields, bool hasFile, string thread)
    {
        if (fields.IsTooLong)
            return ChatProblem.TooLong;
        if (fields.IsEmpty && !hasFile)
            return fields.Question == CheckAnswersDialog.DialogId ? ChatProblem.NotSentYet : ChatProblem.Empty;
        if (hasFile && request.ContentLength > files.LongestRequest)
            return ChatProblem.FileTooLarge;
        return allowance.TryTake(thread) ? null : ChatProblem.TooMany;
    }

    private async Task TakeAsync(HttpContext context, IncomingForm form, MessageForm fields, IncomingFile? file, ChatSession? session, string thread)
    {
        try
        {
            var taken = await files.TakeAsync(form, file, thread, context.RequestAborted);
            if (taken.Kept.Count == 0 && fields.IsEmpty)
            {
                await answer.RefuseAsync(context, fields, taken.Problem ?? ChatProblem.Empty);
                return;
            }

            // Once it is read it is taken, even if the page is gone by now.
            var message = WebsiteMessage.From(fields, taken.Kept, thread, clock.GetUtcNow());
            var turn = await runner.RunAsync(thread, session?.Session, message, CancellationToken.None);
            await (turn is null
                ? ChatAnswer.CloseAsync(context)
                : answer.TakenAsync(context, fields, session, thread, turn, taken.Problem));
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await answer.RefuseAsync(context, fields, ChatProblem.NotKept);
        }
    }
}
