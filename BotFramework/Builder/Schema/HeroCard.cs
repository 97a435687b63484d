namespace Microsoft.Bot.Schema;

/// <summary>A card with a title, a text and buttons that stay.</summary>
public sealed class HeroCard
{
    /// <summary>The content type of its attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>An empty card.</summary>
    public HeroCard()
    {
    }

    /// <summary>A card with these members.</summary>
    public HeroCard(
        string title = null, string subtitle = null, string text = null,
        IList<CardImage> images = null, IList<CardAction> buttons = null, CardAction tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    /// <summary>The title.</summary>
    public string Title { get; set; }

    /// <summary>The line under the title.</summary>
    public string Subtitle { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; }

    /// <summary>Pictures.</summary>
    public IList<CardImage> Images { get; set; }

    /// <summary>Buttons, in order.</summary>
    public IList<CardAction> Buttons { get; set; }

    /// <summary>What touching the card does.</summary>
    public CardAction Tap { get; set; }
}
