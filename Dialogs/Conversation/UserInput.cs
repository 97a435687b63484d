using System.Collections.Immutable;
using System.Text;
using Microsoft.Bot.Schema;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Conversation;

/// <summary>What a person sent in one turn, read once at the edge: words, choices, files, or nothing.</summary>
public sealed record UserInput
{
    /// <summary>How an attachment's address begins when the file is already in our own store.</summary>
    public const string EvidencePrefix = "evidence:";

    /// <summary>The words, trimmed, without control characters; empty when there are none.</summary>
    public required string Words { get; init; }

    /// <summary>What was pressed or ticked; empty when nothing was.</summary>
    public ImmutableArray<string> Choices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The question the form or card stood under; null when the channel could not say.</summary>
    public string? Question { get; init; }

    /// <summary>Files that came with it and are already stored.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The way pressed, such as <see cref="Ways.Back"/>; null when it was none.</summary>
    public string? Way => Choices.Length > 0 && Choices[0].StartsWith('!') ? Choices[0] : null;

    /// <summary>True when nothing at all was sent.</summary>
    public bool IsEmpty => Words.Length == 0 && Choices.IsEmpty && Files.IsEmpty;

    /// <summary>Reads an activity. It never fails: what cannot be understood is left out.</summary>
    public static UserInput From(Activity activity, DateTimeOffset now)
    {
        var value = ActivityValue.ReadAs(activity.Value, ConversationJson.Default.ReplyValue);
        return new UserInput
        {
            Words = Clean(activity.Text),
            Choices = value?.Choices ?? [],
            Question = value?.Question,
            Files = FilesOf(activity.Attachments, now),
        };
    }

    private static ImmutableArray<EvidenceFile> FilesOf(IList<Attachment>? attachments, DateTimeOffset now)
    {
        if (attachments is null or { Count: 0 })
            return [];
        var files = ImmutableArray.CreateBuilder<EvidenceFile>(attachments.Count);
        foreach (var attachment in attachments)
            if (attachment.ContentUrl is { } url && url.StartsWith(EvidencePrefix, StringComparison.Ordinal))
                files.Add(new EvidenceFile(url[EvidencePrefix.Length..], attachment.ContentType ?? "", attachment.Name ?? "", now));
        return files.ToImmutable();
    }

    // Tabs and line breaks are the person's own layout; every other control character only breaks screens and files.
    private static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var trimmed = text.Trim();
        var dirty = false;
        foreach (var c in trimmed)
            dirty |= IsUnwanted(c);
        if (!dirty)
            return trimmed;
        var clean = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed)
            if (!IsUnwanted(c))
                clean.Append(c);
        return clean.ToString().Trim();
    }

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
