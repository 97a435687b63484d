using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Site.Pages;

/// <summary>The conversation as a page. Looking at it makes and changes nothing.</summary>
public sealed class ChatModel(
    ChatDoor door, Transcripts transcripts, TurnHtml turnHtml, ThreadSeed seeds, IOptions<EvidenceOptions> evidence, TimeProvider clock) : PageModel
{
    /// <summary>The longest file taken, in bytes.</summary>
    public long LargestFile => evidence.Value.MaxBytes;

    /// <summary>What was said, as list items.</summary>
    public IHtmlContent Talk { get; private set; } = HtmlString.Empty;

    /// <summary>What is asked, above the text box.</summary>
    public IHtmlContent Asked { get; private set; } = HtmlString.Empty;

    /// <summary>The quiet ways, below it.</summary>
    public IHtmlContent Ways { get; private set; } = HtmlString.Empty;

    /// <summary>True when files are what is asked for.</summary>
    public bool AsksForFiles { get; private set; }

    /// <summary>Why the last message was not taken, or not all of it; null when nothing is to be said.</summary>
    public string? Notice { get; private set; }

    /// <summary>What was typed and not taken.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>What stands instead of the conversation; null when it is shown.</summary>
    public ChatInstead? Instead { get; private set; }

    /// <summary>True when what was said before the conversation was opened again is hidden, and may be asked for.</summary>
    public bool HidesEarlier { get; private set; }

    /// <summary>True when it is shown because it was asked for.</summary>
    public bool ShowsEarlier { get; private set; }

    /// <summary>True when a report was sent from here.</summary>
    public bool IsSent { get; private set; }

    /// <summary>A topic that was asked for while a conversation is open: its value and its words; null for none.</summary>
    public (string Value, string Words)? Offered { get; private set; }

    /// <summary>Shows the page, also in answer to a form that was refused.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (topic, about) = (TopicOf(Request.Query["topic"]), AboutOf(Request.Query["about"]));
        var refusal = HttpContext.Features.Get<ChatRefusal>();
        if (refusal is not null)
            Response.StatusCode = refusal.Problem.Status();
        Notice = (refusal?.Problem ?? about)?.Words();
        Kept = refusal?.Text ?? "";

        var visit = await door.VisitAsync(Request, cancellationToken);
        if (visit.Entry == ChatEntry.Closed)
            ChatCookie.Expire(HttpContext);
        Instead = visit.Entry switch
        {
            ChatEntry.Closed when !Request.Query.ContainsKey("start") => ChatInstead.Closed,
            ChatEntry.Open when Request.Query.ContainsKey("start") => ChatInstead.AnotherIsOpen,
            ChatEntry.New when Request.Query.ContainsKey("started") => ChatInstead.NoCookie,
            _ => null,
        };
        if (Instead is ChatInstead.Closed)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Instead is not null)
            return;
        if (visit is { Session: { } session, Tail: { } tail })
            await ShowAsync(session, tail, topic, cancellationToken);
        else
            await ShowNewAsync(topic, cancellationToken);
    }

    private static string? TopicOf(string? topic) => topic switch
    {
        "support" => Dialogs.Conversation.Ways.Support,
        "policy" => Dialogs.Conversation.Ways.Policy,
        "follow-up" => Dialogs.Conversation.Ways.FollowUp,
        _ => null,
    };

    private static ChatProblem? AboutOf(string? about) => Enum.TryParse<ChatProblem>(about, out var problem) && Enum.IsDefined(problem) ? problem : null;

    private async Task ShowNewAsync(string? topic, CancellationToken cancellationToken)
    {
        var opening = await transcripts.OpeningAsync(topic, cancellationToken);
        var talk = Buffer();
        TurnHtml.Opening(talk, opening);
        Talk = talk;
        Ask(AskedHtml.Latest(opening), new FormMarks(0, ChatAnswer.NewTurnId(), seeds.New(clock.GetUtcNow()), topic));
    }

    private async Task ShowAsync(ChatSession session, ThreadTail tail, string? topic, CancellationToken cancellationToken)
    {
        IsSent = tail.Thread.Sent;
        ShowsEarlier = Request.Query.ContainsKey("earlier") && session is { HiddenThrough: > 0, OnlyStatus: false };
        HidesEarlier = session is { HiddenThrough: > 0, OnlyStatus: false } && !ShowsEarlier;
        if (topic is not null)
            Offered = (topic, topic switch
            {
                Dialogs.Conversation.Ways.Support => "Find support",
                Dialogs.Conversation.Ways.Policy => "Ask about the policy",
                _ => "Check on my report",
            });
        var turns = await transcripts.ReadAsync(session.Thread, HidesEarlier ? session.HiddenThrough : 0, cancellationToken);
        var talk = Buffer();
        foreach (var turn in turns)
            if (session.OnlyStatus && turn.Sequence <= session.HiddenThrough)
                TurnHtml.Status(talk, turn);
            else
                turnHtml.Turn(talk, turn, ShownAs(turn, turns[^1], session));
        Talk = talk;
        var card = AskedHtml.Latest(turns);
        var isCovered = turns.Count > 0 && IsCovered(turns[^1], session);
        Ask(isCovered ? WithoutHints(card) : card, new FormMarks(tail.Latest!.Sequence, ChatAnswer.NewTurnId(), null, null));
    }

    private TurnShown ShownAs(TranscriptTurn turn, TranscriptTurn latest, ChatSession session) =>
        TurnShown.Opening | (turn == latest ? TurnShown.Latest : 0) | (IsCovered(turn, session) ? TurnShown.Folded : 0);

    // The first turn after coming back repeats the open question, and with it may repeat what was said before.
    private bool IsCovered(TranscriptTurn turn, ChatSession session) => HidesEarlier && turn.Sequence == session.HiddenThrough + 1;

    private static QuestionCard WithoutHints(QuestionCard card) =>
        card with { Choices = [.. card.Choices.Select(choice => choice with { Hint = null })] };

    private void Ask(QuestionCard card, FormMarks marks)
    {
        var (asked, ways) = (Buffer(), Buffer());
        AskedHtml.Question(asked, card, marks, swaps: false);
        AskedHtml.Ways(ways, card, swaps: false);
        (Asked, Ways, AsksForFiles) = (asked, ways, card.AsksForFiles);
    }

    private HtmlBuffer Buffer()
    {
        var buffer = new HtmlBuffer();
        Response.RegisterForDispose(buffer);
        return buffer;
    }
}

/// <summary>What the chat page may show instead of the conversation.</summary>
public enum ChatInstead
{
    /// <summary>It cannot be opened.</summary>
    Closed,

    /// <summary>One is open already, and a new one was asked for.</summary>
    AnotherIsOpen,

    /// <summary>The browser did not keep the cookie.</summary>
    NoCookie,
}
