using Microsoft.Bot.Schema;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Site;

/// <summary>The cards that are read: summary, services, return code, receipt. Questions are written by <see cref="AskedHtml"/>.</summary>
public static class CardHtml
{
    // Where the website asks what no report holds. It is a page of its own and not said by the assistant, so that no turn knows of it.
    private const string AboutYou =
        "<p class=\"no-print\">We have a few questions about you, if you do not mind. They help us be fair to everyone. They are not part of your report. <a href=\"/about-you\">See the questions</a></p>";

    /// <summary>Writes the card of an attachment; nothing when it is none of these.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="attachment">The attachment.</param>
    /// <param name="folds">True when a summary is folded away until it is asked for.</param>
    public static void Card(HtmlBuffer html, Attachment attachment, bool folds)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(attachment);
        switch (attachment.ContentType)
        {
            case SummaryCard.ContentType when ActivityValue.ReadAs(attachment.Content, ConversationJson.Default.SummaryCard) is { } summary:
                Summary(html, summary, folds);
                break;
            case ServicesCard.ContentType when ActivityValue.ReadAs(attachment.Content, ConversationJson.Default.ServicesCard) is { } services:
                Services(html, services);
                break;
            case ReturnCodeCard.ContentType when ActivityValue.ReadAs(attachment.Content, ConversationJson.Default.ReturnCodeCard) is { } code:
                html.Markup("<div class=\"paper\"><p>Your return code</p>");
                ReturnCode(html, code.Code);
                html.Markup("</div>");
                break;
            case ReceiptCard.ContentType when ActivityValue.ReadAs(attachment.Content, ConversationJson.Default.ReceiptCard) is { } receipt:
                Receipt(html, receipt);
                break;
        }
    }

    /// <summary>Writes the receipt of a report.</summary>
    public static void Receipt(HtmlBuffer html, ReceiptCard receipt)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(receipt);
        html.Markup("<div class=\"paper\"><p>Your reference</p><span class=\"code\">").Words(receipt.Reference).Markup("</span>");
        if (receipt.ReturnCode is { } code)
        {
            html.Markup("<p>Your return code</p>");
            ReturnCode(html, code);
        }

        html.Markup("<p><strong><time datetime=\"").Moment(receipt.Due.Due, "yyyy-MM-ddTHH:mm:ssZ").Markup("\">")
            .Words(receipt.Promise).Markup("</time></strong></p>");
        if (!receipt.Next.IsEmpty)
            Lines(html.Markup("<h2>What happens next</h2>"), receipt.Next);
        html.Markup("</div>").Markup(AboutYou);
    }

    private static void ReturnCode(HtmlBuffer html, string code) => html
        .Markup("<span class=\"code\" data-code=\"").Words(code).Markup("\">").Words(code)
        .Markup("</span><p class=\"no-print\"><button type=\"button\" class=\"small\" hidden data-copy=\"").Words(code)
        .Markup("\">Copy the code</button> <button type=\"button\" class=\"small\" hidden data-print>Print</button></p>");

    private static void Summary(HtmlBuffer html, SummaryCard summary, bool folds)
    {
        html.Markup(folds ? "<details><summary>Show your answers</summary>" : "").Markup("<dl class=\"rows\">");
        foreach (var row in summary.Rows)
        {
            html.Markup("<div><dt>").Words(row.Label).Markup("</dt><dd dir=\"auto\">").Words(row.Answer)
                .Markup("</dd><dd><button type=\"submit\" form=\"say\" class=\"quietly\" name=\"choice\" value=\"").Words(Ways.ChangeOne).Words(row.Question)
                .Markup("\" aria-label=\"").Words(row.Change).Markup("\">Change</button></dd></div>");
        }

        html.Markup("</dl>").Markup(folds ? "</details>" : "");
        if (!summary.Sharing.IsEmpty)
            Lines(html.Markup("<h2>Who will be told</h2>"), summary.Sharing);
    }

    private static void Lines(HtmlBuffer html, IEnumerable<string> lines)
    {
        html.Markup("<ul>");
        foreach (var line in lines)
            html.Markup("<li>").Words(line).Markup("</li>");
        html.Markup("</ul>");
    }

    private static void Services(HtmlBuffer html, ServicesCard card)
    {
        html.Markup("<ul class=\"cards\">");
        foreach (var service in card.Services)
        {
            html.Markup("<li><h2>").Words(service.Name).Markup("</h2><p>").Words(service.Serves).Markup("</p>");
            if (service.Phone is { } phone && service.PhoneLink is { } link)
                html.Markup("<p><a class=\"phone\" href=\"").Words(Tel(link)).Markup("\">").Words(phone).Markup("</a></p>");
            if (service.OpenNow is { } open)
                html.Markup("<p class=\"open\">").Words(open).Markup("</p>");
            if (service.Hours is { } hours)
                html.Markup("<p class=\"hint\">").Words(hours).Markup("</p>");
            html.Markup("<p><a rel=\"noreferrer\" href=\"").Words(Web(service.Site)).Markup("\">").Words(Shown(service.Site))
                .Markup("</a></p><p class=\"hint\">").Words(service.Partner).Markup("</p></li>");
        }

        html.Markup("</ul>");
    }

    private static string Tel(string link) => link.StartsWith("tel:", StringComparison.Ordinal) ? link : "tel:" + link;

    // The policy writes addresses without a scheme.
    private static string Web(string site) => site.Contains("://", StringComparison.Ordinal) ? site : "https://" + site;

    private static ReadOnlySpan<char> Shown(string site)
    {
        var scheme = site.IndexOf("://", StringComparison.Ordinal);
        return site.AsSpan(scheme < 0 ? 0 : scheme + 3).TrimEnd('/');
    }
}
