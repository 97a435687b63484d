using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Someone on a channel: a person or the bot.</summary>
public sealed class ChannelAccount
{
    /// <summary>An empty account.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>An account with these members.</summary>
    public ChannelAccount(string id = null, string name = null, string role = null, string aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>The id on the channel.</summary>
    public string Id { get; set; }

    /// <summary>The name shown.</summary>
    public string Name { get; set; }

    /// <summary>The id in Entra, where the channel signs people in.</summary>
    public string AadObjectId { get; set; }

    /// <summary>Person or bot, from <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

    /// <summary>Members this class does not know, kept as they came; null when there were none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; set; }
}
