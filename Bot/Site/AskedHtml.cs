using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Reporting;

namespace ReportBot.Bot.Site;

/// <summary>The fields that make a form's message the one meant: which conversation, which message, what was seen before it.</summary>
/// <param name="After">The last turn the page shows.</param>
/// <param name="Turn">The message's own id, used once.</param>
/// <param name="Seed">The signed seed of a conversation that does not exist yet; null once it does.</param>
/// <param name="Topic">What the page was opened with; null for nothing special.</param>
public sealed record FormMarks(int After, string Turn, string? Seed, string? Topic);

/// <summary>
/// What is asked now, as controls: choices above the text box, quiet ways below it. Both are replaced with every turn, the text box
/// between them never is, so nobody loses the words they are typing.
/// </summary>
public static class AskedHtml
{
    private static readonly QuestionCard Nothing = new() { Question = "" };

    /// <summary>True when what was said in a turn leaves something new to answer.</summary>
    public static bool Asks(TranscriptTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Inbound is not null || Latest(turn.Replies) != Nothing;
    }

    /// <summary>The question that stands after these turns: what staff write in between changes nothing of it, unless it changes hands.</summary>
    public static QuestionCard Latest(IReadOnlyList<TranscriptTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        for (var index = turns.Count - 1; index >= 0; index--)
            if (Asks(turns[index]))
                return Latest(turns[index].Replies);
        return Nothing;
    }

    /// <summary>The question that stands after these replies; one without choices when none of them asks.</summary>
    public static QuestionCard Latest(IReadOnlyList<Activity> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        for (var index = replies.Count - 1; index >= 0; index--)
            foreach (var attachment in replies[index].Attachments ?? [])
                if (attachment.ContentType == QuestionCard.ContentType
                    && ActivityValue.ReadAs(attachment.Content, ConversationJson.Default.QuestionCard) is { } card)
                    return card;
        return Nothing;
    }

    /// <summary>Writes the part above the text box.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="card">What is asked.</param>
    /// <param name="marks">The form's hidden fields.</param>
    /// <param name="swaps">True in an answer to a script, which puts it in the old one's place.</param>
    public static void Question(HtmlBuffer html, QuestionCard card, FormMarks marks, bool swaps)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(marks);
        html.Markup("<div id=\"asked\" tabindex=\"-1\"").Markup(card.LongAnswer ? " class=\"long\"" : "")
            .Markup(card.AsksForFiles ? " data-files" : "").Markup(swaps ? " hx-swap-oob=\"true\">" : ">");
        Field(html, "turn", marks.Turn);
        After(html, marks.After, swaps: false);
        Field(html, "question", card.Question);
        Field(html, "seed", marks.Seed);
        Field(html, "topic", marks.Topic);
        if (card.Progress is { } progress)
            html.Markup("<p class=\"progress\">").Words(progress).Markup("</p>");
        var isTyped = IsTyped(card);
        if (!isTyped)
            Choices(html, card);
        var label = card.BoxLabel ?? (card.Question == TalkCard.Question ? "Your message" : isTyped ? "Your answer" : "Or type your answer");
        html.Markup("<label for=\"words\">").Words(label).Markup("</label></div>");
    }

    /// <summary>Writes the field that says which turn the page shows last: all that changes in a form when staff write.</summary>
    public static void After(HtmlBuffer html, int after, bool swaps)
    {
        ArgumentNullException.ThrowIfNull(html);
        html.Markup("<input type=\"hidden\" id=\"after\" name=\"after\" value=\"").Number(after).Markup(swaps ? "\" hx-swap-oob=\"true\">" : "\">");
    }

    /// <summary>Writes the quiet ways below the text box, and what else one may have come for.</summary>
    public static void Ways(HtmlBuffer html, QuestionCard card, bool swaps)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(card);
        html.Markup("<div id=\"ways\" class=\"ways\"").Markup(swaps ? " hx-swap-oob=\"true\">" : ">");
        if (IsTyped(card))
            Passes(html, card);
        foreach (var way in card.Ways)
            Button(html, way, "quietly");
        Topics(html, card);
        html.Markup("</div>");
    }

    private static void Topics(HtmlBuffer html, QuestionCard card)
    {
        if (card.Topics.IsEmpty)
            return;
        html.Markup("<div class=\"topics\" role=\"group\" aria-labelledby=\"topics\"><p id=\"topics\">Here for something else?</p>");
        foreach (var topic in card.Topics)
            Button(html, topic, "quietly");
        html.Markup("</div>");
    }

    // Where an answer can only be typed, the ways past it come after the box: last, as they do after choices.
    private static bool IsTyped(QuestionCard card)
    {
        foreach (var choice in card.Choices)
            if (choice.Value is not (Dialogs.Conversation.Ways.Skip or ChoiceQuestion.NotSure))
                return false;
        return true;
    }

    private static void Passes(HtmlBuffer html, QuestionCard card)
    {
        if (card.Choices.IsEmpty)
            return;
        html.Markup("<div class=\"passes choices\">");
        foreach (var choice in card.Choices)
            Button(html, choice, null);
        html.Markup("</div>");
    }

    private static void Choices(HtmlBuffer html, QuestionCard card)
    {
        html.Markup("<fieldset class=\"choices\"><legend").Markup(card.Several ? ">Choose any that fit</legend>" : " class=\"away\">Choose one</legend>");
        var isFirst = true;
        foreach (var choice in card.Choices)
        {
            if (card.Several && !StandsAlone(choice))
                Box(html, choice);
            else
                Button(html, choice, isFirst && card.Question == CheckAnswersDialog.DialogId ? "main" : null);
            isFirst = false;
        }

        html.Markup("</fieldset>");
    }

    // "Skip this" and "I'm not sure" answer by themselves: pressing is enough.
    private static bool StandsAlone(CardChoice choice) => choice.Value.StartsWith('!') || choice.Value == ChoiceQuestion.NotSure;

    private static void Box(HtmlBuffer html, CardChoice choice)
    {
        html.Markup("<label class=\"pick\"><input type=\"checkbox\" name=\"choice\" value=\"").Words(choice.Value).Markup("\"><span>");
        Label(html, choice);
        html.Markup("</span></label>");
    }

    private static void Button(HtmlBuffer html, CardChoice choice, string? look)
    {
        html.Markup("<button type=\"submit\" name=\"choice\" value=\"").Words(choice.Value).Markup("\"");
        if (look is not null)
            html.Markup(" class=\"").Markup(look).Markup("\"");
        html.Markup(">");
        Label(html, choice);
        html.Markup("</button>");
    }

    private static void Label(HtmlBuffer html, CardChoice choice)
    {
        html.Words(choice.Label);
        if (choice.Hint is { } hint)
            html.Markup(" <span class=\"hint\" dir=\"auto\">").Words(hint).Markup("</span>");
    }

    private static void Field(HtmlBuffer html, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            html.Markup("<input type=\"hidden\" name=\"").Markup(name).Markup("\" value=\"").Words(value).Markup("\">");
    }
}
