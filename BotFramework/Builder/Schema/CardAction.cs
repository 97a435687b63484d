namespace Microsoft.Bot.Schema;

/// <summary>A button, and what pressing it does.</summary>
public sealed class CardAction
{
    /// <summary>An empty button.</summary>
    public CardAction()
    {
    }

    /// <summary>A button with these members.</summary>
    public CardAction(
        string type = null, string title = null, string image = null, string text = null,
        string displayText = null, object value = null, object channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>What pressing it does, from <see cref="ActionTypes"/>.</summary>
    public string Type { get; set; }

    /// <summary>The words on it.</summary>
    public string Title { get; set; }

    /// <summary>The address of a picture on it.</summary>
    public string Image { get; set; }

    /// <summary>The picture in words.</summary>
    public string ImageAltText { get; set; }

    /// <summary>What is said when it is pressed.</summary>
    public string Text { get; set; }

    /// <summary>What is shown as said when it is pressed.</summary>
    public string DisplayText { get; set; }

    /// <summary>What is sent when it is pressed.</summary>
    public object Value { get; set; }

    /// <summary>What only this channel understands.</summary>
    public object ChannelData { get; set; }

    /// <summary>A button that says its own words.</summary>
    public static CardAction FromString(string input) => new() { Type = ActionTypes.ImBack, Title = input, Value = input };
}
