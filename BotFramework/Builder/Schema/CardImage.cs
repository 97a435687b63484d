namespace Microsoft.Bot.Schema;

/// <summary>A picture on a card.</summary>
public sealed class CardImage
{
    /// <summary>An empty picture.</summary>
    public CardImage()
    {
    }

    /// <summary>A picture with these members.</summary>
    public CardImage(string url = null, string alt = null, CardAction tap = null)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    /// <summary>Where it is.</summary>
    public string Url { get; set; }

    /// <summary>The picture in words.</summary>
    public string Alt { get; set; }

    /// <summary>What touching it does.</summary>
    public CardAction Tap { get; set; }
}
