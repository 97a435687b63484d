namespace Microsoft.Bot.Schema;

/// <summary>How a text is written.</summary>
public static class TextFormatTypes
{
    /// <summary>Markdown, the default.</summary>
    public const string Markdown = "markdown";

    /// <summary>Plain text.</summary>
    public const string Plain = "plain";

    /// <summary>XML.</summary>
    public const string Xml = "xml";
}
