using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBot.Bot.Handoff;

/// <summary>A reply that is written already, to be changed and sent.</summary>
/// <param name="Title">What it is for, in two or three words.</param>
/// <param name="Words">The reply, in plain words.</param>
public sealed record CannedReply(string Title, string Words);

/// <summary>The replies that are written already: one reviewed file.</summary>
public sealed class CannedReplies
{
    private CannedReplies(ImmutableArray<CannedReply> all) => All = all;

    /// <summary>The ones this program was built with.</summary>
    public static CannedReplies Embedded { get; } = Read();

    /// <summary>All of them, in the order of the file.</summary>
    public ImmutableArray<CannedReply> All { get; }

    private static CannedReplies Read()
    {
        using var file = typeof(CannedReplies).Assembly.GetManifestResourceStream("Handoff/canned-replies.json")
            ?? throw new InvalidOperationException("The canned replies are not in this build.");
        return new CannedReplies(JsonSerializer.Deserialize(file, CannedRepliesJson.Default.ImmutableArrayCannedReply));
    }
}

/// <summary>How the file is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<CannedReply>))]
internal sealed partial class CannedRepliesJson : JsonSerializerContext;
