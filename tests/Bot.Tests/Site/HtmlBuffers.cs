using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Site;

namespace ReportBot.Bot.Tests.Site;

public sealed class HtmlBuffers
{
    [Fact]
    public void Turn_any_words_into_nothing_but_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        words =>
        {
            var text = words.Get.Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
            using var html = new HtmlBuffer();
            html.Markup("<p title=\"").Words(text).Markup("\">").Words(text).Markup("</p>");

            var body = new HtmlParser().ParseDocument(html.ToString()).Body!;

            return body.ChildElementCount == 1 && body.TextContent == text && body.FirstElementChild!.GetAttribute("title") == text;
        }));

    [Fact]
    public void Grow_and_keep_what_was_written()
    {
        using var html = new HtmlBuffer();

        for (var line = 0; line < 5_000; line++)
            html.Markup("<li>").Number(line).Markup("</li>");

        var items = new HtmlParser().ParseDocument(html.ToString()).QuerySelectorAll("li");
        Assert.Equal(5_000, items.Length);
        Assert.Equal("4999", items[^1].TextContent);
    }

    [Fact]
    public void Write_moments_the_same_in_every_culture()
    {
        using var html = new HtmlBuffer();

        html.Moment(new DateTimeOffset(2026, 11, 23, 9, 5, 0, TimeSpan.Zero), "dddd d MMMM, HH:mm");

        Assert.Equal("Monday 23 November, 09:05", html.ToString());
    }

    [Fact]
    public void Are_html_content_for_a_page()
    {
        using var html = new HtmlBuffer();
        using var page = new StringWriter();

        html.Markup("<b>").Words("<").WriteTo(page, HtmlEncoder.Default);

        Assert.Equal("<b>&lt;", page.ToString());
    }
}
