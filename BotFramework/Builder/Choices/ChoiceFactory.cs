using System.Globalization;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Makes messages that offer choices. The overloads with and without <c>toList</c> are both here, as in the official package, so that
/// a call that names too few arguments is ambiguous here too.
/// </summary>
public static class ChoiceFactory
{
    private const int MostSuggestedActions = 100;
    private const int MostCardButtons = 6;
    private const int MostInline = 3;
    private const int LongestInlineTitle = 20;

    /// <summary>Offers the choices as this channel does it best.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>Offers the choices as this channel, in this kind of conversation, does it best.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (channelId is Channels.Msteams && list.Count <= MostCardButtons)
            return HeroCard(list, text, speak);
        if (ShowsSuggestedActions(channelId) && list.Count <= MostSuggestedActions)
            return SuggestedAction(list, text, speak, toList);
        return list.Count <= MostInline && list.All(choice => Title(choice)?.Length <= LongestInlineTitle)
            ? Inline(list, text, speak, options)
            : List(list, text, speak, options);
    }

    /// <summary>Offers the choices within the sentence.</summary>
    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var words = new StringBuilder(text).Append(string.IsNullOrEmpty(text) ? null : " ");
        for (var index = 0; index < choices.Count; index++)
        {
            if (index > 0)
                words.Append(Between(index, choices.Count, options));
            if (options?.IncludeNumbers ?? true)
                words.Append(CultureInfo.InvariantCulture, $"({index + 1}) ");
            words.Append(Title(choices[index]));
        }

        return MessageFactory.Text(words.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers these words as a list under the sentence.</summary>
    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>Offers the choices as a list under the sentence.</summary>
    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var words = new StringBuilder(text).Append(string.IsNullOrEmpty(text) ? null : "\n\n");
        for (var index = 0; index < choices.Count; index++)
        {
            words.Append(index > 0 ? "\n" : null);
            if (options?.IncludeNumbers ?? true)
                words.Append(CultureInfo.InvariantCulture, $"{index + 1}. ");
            else
                words.Append("- ");
            words.Append(Title(choices[index]));
        }

        return MessageFactory.Text(words.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers these words as buttons that go once one is pressed.</summary>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, null);

    /// <summary>Offers these words as buttons to these people.</summary>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>Offers the choices as buttons that go once one is pressed.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    /// <summary>Offers the choices as buttons to these people.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>Offers the choices as a card with buttons that stay.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Buttons(choices) };
        return MessageFactory.Attachment(
            new Attachment { ContentType = Schema.HeroCard.ContentType, Content = card }, null, speak, InputHints.ExpectingInput);
    }

    /// <summary>Choices of these words.</summary>
    public static IList<Choice> ToChoices(IList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var list = new List<Choice>(choices.Count);
        foreach (var choice in choices)
            list.Add(new Choice(choice));
        return list;
    }

    private static List<CardAction> Buttons(IList<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var buttons = new List<CardAction>(choices.Count);
        foreach (var choice in choices)
            buttons.Add(choice.Action ?? CardAction.FromString(choice.Value));
        return buttons;
    }

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static string Between(int index, int count, ChoiceFactoryOptions options)
    {
        if (index < count - 1)
            return options?.InlineSeparator ?? ", ";
        return count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }

    private static bool ShowsSuggestedActions(string channelId) => channelId is
        Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat or Channels.Emulator or Channels.Test
        or Channels.Telegram or Channels.Slack;
}
