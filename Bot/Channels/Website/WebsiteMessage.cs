using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Bot.Channels.Website;

/// <summary>A posted form as the activity that the conversation takes.</summary>
public static class WebsiteMessage
{
    /// <summary>The channel's id. A stored format.</summary>
    public const string Channel = "website";

    /// <summary>The activity. Its id is the form's own with a hash of what it says: sent twice it is one message, changed and sent again it is another.</summary>
    public static Activity From(MessageForm form, IReadOnlyList<EvidenceFile> files, string thread, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(files);
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = form.Turn is null ? null : $"{form.Turn}.{HashOf(form, files)}",
            ChannelId = Channel,
            Conversation = new ConversationAccount(id: thread),
            From = new ChannelAccount(id: "resident", role: RoleTypes.User),
            Recipient = new ChannelAccount(id: "assistant", role: RoleTypes.Bot),
            Timestamp = now,
            Locale = "en-GB",
            Text = form.Text,
            Value = new ReplyValue { Question = form.Question, Choices = [.. form.Choices], Topic = form.Topic },
            Attachments = files.Count == 0 ? null : [.. files.Select(Attached)],
        };
    }

    private static Attachment Attached(EvidenceFile file) =>
        new() { ContentType = file.MediaType, Name = file.Name, ContentUrl = UserInput.EvidencePrefix + file.Id };

    private static string HashOf(MessageForm form, IReadOnlyList<EvidenceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(form.Text.AsSpan()));
        foreach (var choice in form.Choices)
            Append(hash, choice);
        foreach (var file in files)
            Append(hash, file.OriginalHash ?? file.Id);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Base64Url.EncodeToString(digest[..9]);
    }

    private static void Append(IncrementalHash hash, string part)
    {
        hash.AppendData([0, 0]);
        hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
    }
}
