using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card or a file that goes with a message.</summary>
public sealed class Attachment
{
    /// <summary>An empty attachment.</summary>
    public Attachment()
    {
    }

    /// <summary>An attachment with these members.</summary>
    public Attachment(string contentType = null, string contentUrl = null, object content = null, string name = null, string thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>The media type of the file, or the type of the card.</summary>
    public string ContentType { get; set; }

    /// <summary>Where the file is.</summary>
    public string ContentUrl { get; set; }

    /// <summary>The card itself; a <see cref="System.Text.Json.JsonElement"/> once read.</summary>
    public object Content { get; set; }

    /// <summary>The name of the file.</summary>
    public string Name { get; set; }

    /// <summary>Where a small picture of it is.</summary>
    public string ThumbnailUrl { get; set; }

    /// <summary>Members this class does not know, kept as they came; null when there were none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; set; }
}
