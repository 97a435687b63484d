namespace Microsoft.Bot.Schema;

/// <summary>Something said.</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>The language of the text, such as <c>en-GB</c>.</summary>
    string Locale { get; set; }

    /// <summary>The words.</summary>
    string Text { get; set; }

    /// <summary>The words as they are to be spoken.</summary>
    string Speak { get; set; }

    /// <summary>Whether an answer is expected, from <see cref="InputHints"/>.</summary>
    string InputHint { get; set; }

    /// <summary>A short form for channels that cannot show the attachments.</summary>
    string Summary { get; set; }

    /// <summary>How the text is written, from <see cref="TextFormatTypes"/>.</summary>
    string TextFormat { get; set; }

    /// <summary>How the attachments are laid out, from <see cref="AttachmentLayoutTypes"/>.</summary>
    string AttachmentLayout { get; set; }

    /// <summary>Cards and files that go with it.</summary>
    IList<Attachment> Attachments { get; set; }

    /// <summary>Answers offered as buttons.</summary>
    SuggestedActions SuggestedActions { get; set; }

    /// <summary>How important it is: low, normal or high.</summary>
    string Importance { get; set; }

    /// <summary>How its answer is delivered, from <see cref="DeliveryModes"/>.</summary>
    string DeliveryMode { get; set; }

    /// <summary>When it is no longer worth showing.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>What a button or a form sent; a <see cref="System.Text.Json.JsonElement"/> once read.</summary>
    object Value { get; set; }

    /// <summary>Who was mentioned.</summary>
    Mention[] GetMentions();

    /// <summary>True when there is anything in it to show or to read.</summary>
    bool HasContent();
}
