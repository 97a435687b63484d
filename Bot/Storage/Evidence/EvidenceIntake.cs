using System.Buffers;
using ReportBot.Bot.Storage.Evidence.Stripping;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Takes a file in as it arrives, a piece at a time and never in clear on disk, and makes the copy without metadata.</summary>
internal sealed class EvidenceIntake(EvidenceFolder folder, IDocumentCodec codec, long maxBytes, ILogger logger)
{
    /// <summary>Receives the original; it is flushed, but not named yet. Everything it answers but the refusal is set when it was taken.</summary>
    public async Task<Received> ReceiveAsync(string id, Stream content, DataKey key, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SealedFile.PieceSize);
        try
        {
            var read = await content.ReadAtLeastAsync(buffer, EvidenceFormat.HeadSize, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
                return new Received(EvidenceRefusal.Empty);
            if (EvidenceFormat.Of(buffer.AsSpan(0, read)) is not { } format)
                return new Received(EvidenceRefusal.NotAKindWeTake);
            await using var file = new SealedFileWriter(folder.UnfinishedPathOf(id, EvidenceFolder.Original), EvidenceFolder.Original, id, key);
            for (; read > 0; read = await content.ReadAsync(buffer, cancellationToken))
            {
                if (file.Length + read > maxBytes)
                    return new Received(EvidenceRefusal.TooLarge);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new Received(null, format, file.Length, await file.CompleteAsync(cancellationToken));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Makes the copy of a received original; answers its SHA-256, or null when the metadata cannot be taken out for certain.</summary>
    public async Task<byte[]?> CopyAsync(string id, EvidenceFormat format, DataKey key, DataKey copyKey, CancellationToken cancellationToken)
    {
        var path = folder.UnfinishedPathOf(id, EvidenceFolder.Original);
        await using var original = new SealedFileReader(path, EvidenceFolder.Original, id, codec.OpenKey(key.Wrapped.Span));
        if (PlanOf(original, format) is not { } plan)
            return null;
        await using var copy = new SealedFileWriter(folder.UnfinishedPathOf(id, EvidenceFolder.Copy), EvidenceFolder.Copy, id, copyKey);
        await plan.WriteToAsync(original, copy.WriteAsync, cancellationToken);
        return await copy.CompleteAsync(cancellationToken);
    }

    private CopyPlan? PlanOf(Stream original, EvidenceFormat format)
    {
        using var content = new Content(original);
        try
        {
            return format.Plan(content) is { IsReasonable: true, Pieces.Count: > 0 } plan ? plan : null;
        }
#pragma warning disable CA1031 // A mistake of ours about a strange file may cost the copy, but never the person's evidence.
        catch (Exception mistake) when (mistake is not IOException)
#pragma warning restore CA1031
        {
            Log.CopyFailed(logger, format.MediaType, mistake.GetType().Name);
            return null;
        }
    }
}

/// <summary>What was received, or why nothing was.</summary>
internal sealed record Received(EvidenceRefusal? Refusal, EvidenceFormat? Format = null, long Size = 0, byte[]? Hash = null);
