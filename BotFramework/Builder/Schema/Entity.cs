using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A fact about an activity, such as who is mentioned in it.</summary>
[JsonDerivedType(typeof(Mention))]
public class Entity
{
    /// <summary>An empty fact.</summary>
    public Entity()
    {
    }

    /// <summary>A fact of this type.</summary>
    public Entity(string type = null) => Type = type;

    /// <summary>What kind of fact it is.</summary>
    public string Type { get; set; }

    /// <summary>Members this class does not know, kept as they came; null when there were none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; set; }
}
