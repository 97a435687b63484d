using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Site;

/// <summary>
/// Turns as items of the conversation's list: the assistant's words left, the person's right, staff named. The whole page and the
/// part that a script adds are written by the same lines.
/// </summary>
public sealed class TurnHtml(ChoiceWords choiceWords)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Writes what the assistant says in a conversation that has no turn yet.</summary>
    public static void Opening(HtmlBuffer html, IReadOnlyList<Activity> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        for (var index = 0; index < said.Count; index++)
            Reply(html, said[index], new Place(0, index, null));
    }

    /// <summary>Writes a turn.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="shown">How it is shown.</param>
    public void Turn(HtmlBuffer html, TranscriptTurn turn, TurnShown shown)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (shown.HasFlag(TurnShown.Opening))
            Opening(html, turn.Opening);
        if (turn.Inbound is { Type: ActivityTypes.Message } inbound)
            Person(html, inbound, turn);
        for (var index = 0; index < turn.Replies.Count; index++)
            Reply(html, turn.Replies[index], new Place(turn.Sequence, index, turn.At, shown));
    }

    /// <summary>Writes what may be seen of a turn by whoever opens a sent report with its code: the receipt and the words of staff.</summary>
    public static void Status(HtmlBuffer html, TranscriptTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        for (var index = 0; index < turn.Replies.Count; index++)
            if (IsStaff(turn.Replies[index]) || HasCard(turn.Replies[index], ReceiptCard.ContentType))
                Reply(html, turn.Replies[index], new Place(turn.Sequence, index, turn.At));
    }

    private static void Reply(HtmlBuffer html, Activity reply, Place place)
    {
        if (reply.Type != ActivityTypes.Message)
            return;
        html.Markup("<li class=\"").Markup(IsStaff(reply) ? "staff" : "them");
        if (reply.Importance == "urgent")
            html.Markup(" urgent");
        if (HasCard(reply, SummaryCard.ContentType) || HasCard(reply, ReceiptCard.ContentType) || HasCard(reply, ServicesCard.ContentType))
            html.Markup(" wide");
        Mark(html, place.Sequence).Number(place.Index);
        html.Markup(place.Index == 0 && place.Shown.HasFlag(TurnShown.Latest) ? "\" id=\"latest\" tabindex=\"-1\">" : "\">");
        if (IsStaff(reply))
            html.Markup("<p class=\"who\"><bdi>").Words(reply.From!.Name).Markup("</bdi>, a person from our team</p>");
        else
            html.Markup("<span class=\"away\">Assistant: </span>");
        Paragraphs(html, reply.Text, reply.Locale, linkEmergency: !IsStaff(reply));
        foreach (var attachment in reply.Attachments ?? [])
            CardHtml.Card(html, attachment, place.Shown.HasFlag(TurnShown.Folded));
        When(html, place.At);
        html.Markup("</li>");
    }

    private static bool IsStaff(Activity reply) => StaffMessage.NameOf(reply) is not null;

    private static bool HasCard(Activity reply, string contentType)
    {
        foreach (var attachment in reply.Attachments ?? [])
            if (attachment.ContentType == contentType)
                return true;
        return false;
    }

    private void Person(HtmlBuffer html, Activity inbound, TranscriptTurn turn)
    {
        html.Markup("<li class=\"you");
        Mark(html, turn.Sequence).Markup("you\"><span class=\"away\">You: </span>");
        var pressed = ActivityValue.ReadAs(inbound.Value, ConversationJson.Default.ReplyValue);
        foreach (var choice in pressed?.Choices ?? [])
            if (choiceWords.Of(pressed!.Question, choice) is { } words)
                html.Markup("<p>").Words(words).Markup("</p>");
        if (!string.IsNullOrEmpty(inbound.Text))
            html.Markup("<p dir=\"auto\">").Words(inbound.Text).Markup("</p>");
        foreach (var file in inbound.Attachments ?? [])
            html.Markup("<p>File: <bdi>").Words(file.Name).Markup("</bdi></p>");
        When(html, turn.At);
        html.Markup("</li>");
    }

    // What a script knows a message by, so that it is never shown or read out twice.
    private static HtmlBuffer Mark(HtmlBuffer html, int sequence) => html.Markup("\" data-m=\"").Number(sequence).Markup("-");

    private static void Paragraphs(HtmlBuffer html, string? text, string? language, bool linkEmergency)
    {
        for (var rest = text.AsSpan().Trim(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf("\n\n", StringComparison.Ordinal);
            html.Markup("<p dir=\"auto\"");
            if (IsOtherThanThePage(language))
                html.Markup(" lang=\"").Words(language).Markup("\"");
            html.Markup(">");
            Line(html, end < 0 ? rest : rest[..end], linkEmergency);
            html.Markup("</p>");
            rest = end < 0 ? default : rest[end..].TrimStart();
        }
    }

    // The page is in English and says so itself.
    private static bool IsOtherThanThePage([NotNullWhen(true)] string? language) =>
        !string.IsNullOrEmpty(language) && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static void Line(HtmlBuffer html, ReadOnlySpan<char> words, bool linkEmergency)
    {
        for (var at = linkEmergency ? words.IndexOf("999", StringComparison.Ordinal) : -1; at >= 0; at = words.IndexOf("999", StringComparison.Ordinal))
        {
            var isNumber = (at == 0 || !IsPartOfNumber(words[at - 1], words[..at])) && (at + 3 == words.Length || !char.IsDigit(words[at + 3]));
            html.Words(words[..at]);
            html.Markup(isNumber ? "<a href=\"tel:999\">999</a>" : "999");
            words = words[(at + 3)..];
        }

        html.Words(words);
    }

    // "0800 999 5428" is not a call for help.
    private static bool IsPartOfNumber(char before, ReadOnlySpan<char> words) =>
        char.IsDigit(before) || (before == ' ' && words.Length > 1 && char.IsDigit(words[^2]));

    private static void When(HtmlBuffer html, DateTimeOffset? at)
    {
        if (at is not { } moment)
            return;
        html.Markup("<time datetime=\"").Moment(moment, "yyyy-MM-ddTHH:mm:ssZ").Markup("\">")
            .Moment(TimeZoneInfo.ConvertTime(moment, London), "dddd d MMMM, HH:mm").Markup("</time>");
    }

    private readonly record struct Place(int Sequence, int Index, DateTimeOffset? At, TurnShown Shown = TurnShown.Plain);
}

/// <summary>How a turn is shown.</summary>
[Flags]
public enum TurnShown
{
    /// <summary>As it was said.</summary>
    Plain = 0,

    /// <summary>With what the assistant said before it, which the page does not show yet.</summary>
    Opening = 1,

    /// <summary>As the place a page without script jumps to.</summary>
    Latest = 2,

    /// <summary>With summaries folded away, because what was said earlier stays hidden until it is asked for.</summary>
    Folded = 4,
}
