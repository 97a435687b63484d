using System.Text.Json;
using ReportBot.Bot.Storage;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Conversations;

/// <summary>Finds a thread by its return code. Only a keyed hash of the code is stored for it.</summary>
public sealed class ReturnCodes(ITurnStore store, IDocumentCodec codec)
{
    /// <summary>What the hash of a return code is mixed with.</summary>
    public const string Purpose = "return-code";

    /// <summary>The thread a code opens; null when it opens none.</summary>
    public ValueTask<ThreadHeader?> FindAsync(ReturnCode code, CancellationToken cancellationToken) =>
        store.FindByReturnCodeAsync(codec.Hash(Purpose, code.ToBytes()), cancellationToken);

    /// <summary>The report that was sent from a thread; null when none was.</summary>
    public async Task<SentReport?> SentFromAsync(ThreadHeader thread, CancellationToken cancellationToken) =>
        thread.Sent ? (await MemoryAsync(thread.Id, cancellationToken))?.Sent : null;

    /// <summary>The code that was issued in a thread, for whoever told it there and then; null when none was.</summary>
    public async Task<string?> IssuedInAsync(string thread, CancellationToken cancellationToken) => (await MemoryAsync(thread, cancellationToken))?.ReturnCode;

    private async Task<ConversationMemory?> MemoryAsync(string thread, CancellationToken cancellationToken) =>
        await store.LatestAsync(thread, cancellationToken) is { Latest: { } latest }
            ? JsonSerializer.Deserialize(latest.State.Span, ConversationJson.Default.StoredState)?.Memory
            : null;
}
