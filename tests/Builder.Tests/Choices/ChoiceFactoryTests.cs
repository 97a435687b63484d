using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ReportBot.Builder.Tests.Choices;

public sealed class ChoiceFactoryTests
{
    private static readonly IList<Choice> Colours = ChoiceFactory.ToChoices(["red", "green", "blue"]);

    [Theory]
    [InlineData(1, "Pick: (1) red")]
    [InlineData(2, "Pick: (1) red or (2) green")]
    [InlineData(3, "Pick: (1) red, (2) green, or (3) blue")]
    public void Within_a_sentence_choices_are_parted_by_words(int count, string text)
    {
        Assert.Equal(text, ChoiceFactory.Inline([.. Colours.Take(count)], "Pick:").Text);
    }

    [Fact]
    public void The_words_between_can_be_changed_and_the_numbers_left_out()
    {
        var options = new ChoiceFactoryOptions("; ", " neu ", "; neu ", false);

        Assert.Equal("Dewis: red; green; neu blue", ChoiceFactory.Inline(Colours, "Dewis:", null, options).Text);
    }

    [Fact]
    public void A_list_stands_under_the_sentence_and_is_numbered()
    {
        var message = ChoiceFactory.List(Colours, "Pick one");

        Assert.Equal(("Pick one\n\n1. red\n2. green\n3. blue", InputHints.ExpectingInput), (message.Text, message.InputHint));
    }

    [Fact]
    public void A_list_without_numbers_has_dashes()
    {
        Assert.Equal("- red\n- green", ChoiceFactory.List(["red", "green"], null, null, new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void Buttons_say_the_value_unless_the_choice_has_its_own()
    {
        var own = new CardAction { Type = ActionTypes.PostBack, Title = "Blue", Value = "b" };
        IList<Choice> choices = [new("red"), new("blue") { Action = own }];

        var message = ChoiceFactory.SuggestedAction(choices, "Pick", null, ["person"]);

        Assert.Equal(("imBack", "red", "red"), (message.SuggestedActions.Actions[0].Type, message.SuggestedActions.Actions[0].Title, message.SuggestedActions.Actions[0].Value));
        Assert.Same(own, message.SuggestedActions.Actions[1]);
        Assert.Equal(["person"], message.SuggestedActions.To);
    }

    [Fact]
    public void A_card_has_the_words_and_the_buttons()
    {
        var message = ChoiceFactory.HeroCard(Colours, "Pick one");

        var attachment = Assert.Single(message.Attachments);
        var card = Assert.IsType<HeroCard>(attachment.Content);
        Assert.Equal((HeroCard.ContentType, "Pick one", 3), (attachment.ContentType, card.Text, card.Buttons.Count));
    }

    [Theory]
    [InlineData(Channels.Webchat, 3, "buttons")]
    [InlineData(Channels.Directline, 100, "buttons")]
    [InlineData(Channels.Directline, 101, "list")]
    [InlineData(Channels.Msteams, 6, "card")]
    [InlineData(Channels.Msteams, 7, "list")]
    [InlineData(Channels.Twilio, 3, "inline")]
    [InlineData(Channels.Twilio, 4, "list")]
    [InlineData(null, 2, "inline")]
    public void Each_channel_offers_choices_as_it_does_best(string? channel, int count, string style)
    {
        IList<Choice> choices = [.. Enumerable.Range(1, count).Select(number => new Choice($"choice {number}"))];

        var message = ChoiceFactory.ForChannel(channel, choices, "Pick", null, null);

        Assert.Equal(style, StyleOf(message));
    }

    [Fact]
    public void Long_words_make_a_list()
    {
        var message = ChoiceFactory.ForChannel(Channels.Sms, ChoiceFactory.ToChoices(["yes", "something rather longer"]), "Pick", null, null);

        Assert.Equal("list", StyleOf(message));
    }

    [Fact]
    public void A_message_can_offer_words_as_answers()
    {
        var message = MessageFactory.SuggestedActions(["yes", "no"], "Well?", null, null);

        Assert.Equal(("Well?", "yes", "no"), (message.Text, message.SuggestedActions.Actions[0].Value, message.SuggestedActions.Actions[1].Value));
    }

    [Fact]
    public void A_message_can_carry_attachments()
    {
        var one = MessageFactory.Attachment(new Attachment("image/png"));
        var two = MessageFactory.Attachment([new Attachment("image/png"), new Attachment("audio/mpeg")], "Look");

        Assert.Equal((1, AttachmentLayoutTypes.List), (one.Attachments.Count, one.AttachmentLayout));
        Assert.Equal((2, "Look"), (two.Attachments.Count, two.Text));
    }

    private static string StyleOf(IMessageActivity message) => message switch
    {
        { SuggestedActions: not null } => "buttons",
        { Attachments.Count: > 0 } => "card",
        { Text: var text } => text.Contains('\n', StringComparison.Ordinal) ? "list" : "inline",
    };
}
