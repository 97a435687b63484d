using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation on a channel.</summary>
public sealed class ConversationAccount
{
    /// <summary>An empty conversation.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>A conversation with these members.</summary>
    public ConversationAccount(
        bool? isGroup = default, string conversationType = null, string id = null, string name = null,
        string aadObjectId = null, string role = null, string tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>True when more than two take part.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>What the channel calls this kind of conversation, such as <c>personal</c>.</summary>
    public string ConversationType { get; set; }

    /// <summary>The id on the channel.</summary>
    public string Id { get; set; }

    /// <summary>The name shown.</summary>
    public string Name { get; set; }

    /// <summary>The id in Entra, where it has one.</summary>
    public string AadObjectId { get; set; }

    /// <summary>Person or bot, where the conversation stands for one.</summary>
    public string Role { get; set; }

    /// <summary>The Entra tenant it belongs to.</summary>
    public string TenantId { get; set; }

    /// <summary>Members this class does not know, kept as they came; null when there were none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; set; }
}
