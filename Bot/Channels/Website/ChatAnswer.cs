using System.Buffers.Text;
using System.Security.Cryptography;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Site;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Answers the chat page: to a script with the new turns and the new question, to a form without one with a redirect to the page.
/// </summary>
public sealed class ChatAnswer(ChatCookie cookie, ThreadSeed seeds, Transcripts transcripts, TurnHtml turnHtml, TimeProvider clock)
{
    /// <summary>Where a conversation that cannot be opened is explained.</summary>
    public const string ClosedAddress = "/chat/closed";

    /// <summary>A new id for the next message of a form.</summary>
    public static string NewTurnId()
    {
        Span<byte> id = stackalloc byte[12];
        RandomNumberGenerator.Fill(id);
        return Base64Url.EncodeToString(id);
    }

    /// <summary>Answers a message that was taken.</summary>
    public async Task TakenAsync(
        HttpContext context, MessageForm form, ChatSession? session, string thread, TranscriptTurn turn, ChatProblem? about)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(turn);
        if (session is null)
            cookie.Write(context, session = new ChatSession(thread, turn.Session));
        if (!IsScript(context.Request))
        {
            SeeOther(context, PageAddress(form, turn, about));
            return;
        }

        // The page may lack more than this turn: another tab, or staff, may have written meanwhile. What it has it knows by its marks.
        var after = Math.Max(Math.Min(form.After, turn.Sequence - 1), session.HiddenThrough);
        var turns = turn.Sequence == after + 1 ? [turn] : await transcripts.ReadAsync(thread, after, context.RequestAborted);
        await WriteAsync(context, turns, about);
    }

    /// <summary>Answers a script that asks what came after a turn: the new turns, or 204 when there are none.</summary>
    public async Task NewerAsync(HttpContext context, ChatSession session, int after)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(session);
        var turns = await transcripts.ReadAsync(session.Thread, Math.Max(after, session.HiddenThrough), context.RequestAborted);
        if (turns.Count == 0)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await WriteAsync(context, turns, null);
    }

    /// <summary>Says why a message was not taken; whatever was typed stays in the box.</summary>
    public async Task RefuseAsync(HttpContext context, MessageForm form, ChatProblem problem)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(form);
        if (!IsScript(context.Request))
        {
            context.Features.Set(new ChatRefusal(problem, form.Text));
            return;
        }

        context.Response.StatusCode = problem.Status();
        using var html = new HtmlBuffer();
        Notice(html, problem);
        if (problem == ChatProblem.SeedClosed)
            Ask(html, AskedHtml.Latest(await transcripts.OpeningAsync(form.Topic, context.RequestAborted)), 0, seeds.New(clock.GetUtcNow()), form.Topic);
        await SendAsync(context, html);
    }

    /// <summary>Leads to the page that says that a conversation cannot be opened. It says nothing of whose it may be.</summary>
    public static Task CloseAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ChatCookie.Expire(context);
        if (IsScript(context.Request))
            context.Response.Headers["HX-Redirect"] = ClosedAddress;
        else
            SeeOther(context, ClosedAddress);
        return Task.CompletedTask;
    }

    /// <summary>Redirects a browser to another page, to be loaded by GET.</summary>
    public static void SeeOther(HttpContext context, string address)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private static bool IsScript(HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    private static string PageAddress(MessageForm form, TranscriptTurn turn, ChatProblem? about) =>
        "/chat" + (about is { } problem ? $"?about={problem}" : turn.Sequence == 1 ? "?started=1" : form.ShowsEarlier ? "?earlier=1" : "") + "#latest";

    private async Task WriteAsync(HttpContext context, IReadOnlyList<TranscriptTurn> turns, ChatProblem? about)
    {
        using var html = new HtmlBuffer();
        foreach (var turn in turns)
            turnHtml.Turn(html, turn, TurnShown.Plain);
        if (turns.Any(AskedHtml.Asks))
            Ask(html, AskedHtml.Latest(turns), turns[^1].Sequence, null, null);
        else
            AskedHtml.After(html, turns[^1].Sequence, swaps: true);
        if (about is { } problem)
            Notice(html.Markup("<div id=\"notice\" hx-swap-oob=\"innerHTML\">"), problem).Markup("</div>");
        await SendAsync(context, html);
    }

    private static void Ask(HtmlBuffer html, Dialogs.Conversation.QuestionCard card, int after, string? seed, string? topic)
    {
        AskedHtml.Question(html, card, new FormMarks(after, NewTurnId(), seed, topic), swaps: true);
        AskedHtml.Ways(html, card, swaps: true);
    }

    private static HtmlBuffer Notice(HtmlBuffer html, ChatProblem problem) =>
        html.Markup("<p class=\"notice\">").Words(problem.Words()).Markup("</p>");

    private static async Task SendAsync(HttpContext context, HtmlBuffer html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await html.WriteToAsync(context.Response.BodyWriter, context.RequestAborted);
    }
}
