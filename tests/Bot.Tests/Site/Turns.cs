using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Site;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Bot.Tests.Site;

public sealed class Turns
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly TurnHtml _turns = new(new ChoiceWords(new Phrases(CultureInfo.GetCultureInfo("en-GB"), new Organisation())));

    [Fact]
    public void Name_staff_and_mark_them_as_a_person()
    {
        var words = Said("I am Sam. I have read your report.");
        words.From = new ChannelAccount("staff-1", "Sam <i>", RoleTypes.User);

        var item = Shown(words);

        Assert.Equal("staff", item.ClassName);
        Assert.Equal("Sam <i>, a person from our team", item.QuerySelector(".who")!.TextContent);
        Assert.Null(item.QuerySelector("i"));
    }

    [Fact]
    public void Let_danger_stand_out_and_999_be_pressed()
    {
        var words = Said("Call 999 now. Galop is on 0800 999 5428.");
        words.Importance = "urgent";

        var item = Shown(words);

        Assert.Equal("them urgent", item.ClassName);
        Assert.Single(item.QuerySelectorAll("a[href='tel:999']"));
        Assert.Equal("Call 999 now. Galop is on 0800 999 5428.", item.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Tell_the_time_of_London_in_words()
    {
        var time = Shown(Said("Hello.")).QuerySelector("time")!;

        Assert.Equal("Wednesday 1 July, 10:30", time.TextContent);
        Assert.Equal("2026-07-01T09:30:00Z", time.GetAttribute("datetime"));
    }

    [Fact]
    public void Show_a_summary_with_a_button_for_each_row_and_who_will_be_told()
    {
        var item = Shown(Said("Please check.", SummaryCard.ContentType, new SummaryCard
        {
            Rows = [new SummaryRow("account", "What happened", "<b>They</b>\nshouted", "Change: What happened")],
            Sharing = ["No one outside."],
        }));

        var button = item.QuerySelector("button")!;
        Assert.Equal(("say", "choice", "!change:account"), (button.GetAttribute("form"), button.GetAttribute("name"), button.GetAttribute("value")));
        Assert.Equal("Change: What happened", button.GetAttribute("aria-label"));
        Assert.Equal("<b>They</b>\nshouted", item.QuerySelector("dd")!.TextContent);
        Assert.Contains("No one outside.", item.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_a_receipt_to_keep()
    {
        var item = Shown(Said("Sent.", ReceiptCard.ContentType, new ReceiptCard
        {
            Reference = "HR-3BSD-CQ6V",
            ReturnCode = "NPCV-DAS0-QZ32-T8GB",
            Promise = "We aim to contact you by 5pm on Tuesday 24 November.",
            Due = new ContactPromise(At, new DateOnly(2026, 11, 24), new TimeOnly(17, 0)),
            Next = ["Someone reads it.", "They contact you.", "You can come back."],
        }));

        Assert.Equal(["HR-3BSD-CQ6V", "NPCV-DAS0-QZ32-T8GB"], item.QuerySelectorAll(".paper .code").Select(code => code.TextContent));
        Assert.Equal("We aim to contact you by 5pm on Tuesday 24 November.", item.QuerySelector(".paper strong time")!.TextContent);
        Assert.Equal(3, item.QuerySelectorAll(".paper li").Length);
        Assert.All(item.QuerySelectorAll("button"), button => Assert.True(button.HasAttribute("hidden"))); // nothing to press without script
    }

    [Fact]
    public void Show_services_with_phone_hours_and_site()
    {
        var item = Shown(Said("These may help.", ServicesCard.ContentType, new ServicesCard
        {
            Services =
            [
                new ServiceView("galop", "Galop", "LGBTQIA+ people", "0800 999 5428", "tel:08009995428", "www.galop.org.uk", "Monday to Friday", "Open now", "National Affiliate"),
                new ServiceView("tmg", "The Monitoring Group", "anyone", null, null, "https://www.tmg-uk.org/", null, null, "National Affiliate"),
            ],
        }));

        var cards = item.QuerySelectorAll(".cards > li");
        Assert.Equal("tel:08009995428", cards[0].QuerySelector("a.phone")!.GetAttribute("href"));
        Assert.Equal("Open now", cards[0].QuerySelector(".open")!.TextContent);
        Assert.Equal("https://www.galop.org.uk", cards[0].QuerySelector("a[rel=noreferrer]")!.GetAttribute("href"));
        Assert.Null(cards[1].QuerySelector("a.phone, .open"));
        Assert.Equal("www.tmg-uk.org", cards[1].QuerySelector("a")!.TextContent);
    }

    [Fact]
    public void Name_the_language_of_words_that_are_not_English()
    {
        using var html = new HtmlBuffer();

        TurnHtml.Opening(html, [new Activity { Type = ActivityTypes.Message, Text = "أنا برنامج", Locale = "ar" }, new Activity { Type = ActivityTypes.Message, Text = "I am a program", Locale = "en-GB" }]);
        var said = new HtmlParser().ParseDocument(html.ToString()).QuerySelectorAll("p");

        Assert.Equal(("ar", "auto"), (said[0].GetAttribute("lang"), said[0].GetAttribute("dir")));
        Assert.False(said[1].HasAttribute("lang"));
    }

    [Fact]
    public void Stay_silent_about_what_is_no_message()
    {
        using var html = new HtmlBuffer();

        TurnHtml.Opening(html, [new Activity { Type = ActivityTypes.Typing }, new Activity { Type = ActivityTypes.Event, Name = "handoff.status" }]);

        Assert.True(html.Written.IsEmpty);
    }

    [Fact]
    public void Offer_choices_as_buttons_or_boxes_never_ticked_beforehand()
    {
        using var html = new HtmlBuffer();
        ImmutableArray<CardChoice> choices = [new("race", "Race", "You wrote: “go <back>”", Suggested: true), new("not-sure", "I'm not sure"), new(Ways.Skip, "Skip this")];

        AskedHtml.Question(html, new QuestionCard { Question = "perception", Several = true, Choices = choices }, new FormMarks(3, "t", null, null), swaps: false);
        var asked = new HtmlParser().ParseDocument(html.ToString());

        var box = Assert.Single(asked.QuerySelectorAll("input[type=checkbox]"));
        Assert.False(box.HasAttribute("checked"));
        Assert.Equal("You wrote: “go <back>”", box.ParentElement!.QuerySelector(".hint")!.TextContent);
        Assert.Equal(["not-sure", "!skip"], asked.QuerySelectorAll("button[name=choice]").Select(button => button.GetAttribute("value")));
        Assert.Equal("perception", asked.QuerySelector("input[name=question]")!.GetAttribute("value"));
    }

    [Fact]
    public void Ask_what_was_asked_before_staff_wrote_in_between()
    {
        var question = new QuestionCard { Question = "role" };
        var asked = new TranscriptTurn(1, At, Said("hello"), [], [Said("Who?", QuestionCard.ContentType, question)], 1);
        var staff = new TranscriptTurn(2, At, null, [], [Said("I am Sam.")], 1);

        Assert.Equal("role", AskedHtml.Latest([asked, staff]).Question);
    }

    private static Activity Said(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static Activity Said(string text, string contentType, object card) =>
        new() { Type = ActivityTypes.Message, Text = text, Attachments = [new Attachment { ContentType = contentType, Content = card }] };

    private IElement Shown(Activity reply)
    {
        using var html = new HtmlBuffer();
        _turns.Turn(html, new TranscriptTurn(1, At, null, [], [reply], 1), TurnShown.Plain);
        return new HtmlParser().ParseDocument(html.ToString()).QuerySelector("li")!;
    }
}
