using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Storage.Evidence;

/// <summary>Says of files that something still refers to them. What nothing holds is deleted by the <see cref="EvidenceSweep"/>.</summary>
public interface IHoldsFiles
{
    /// <summary>True when this refers to the file.</summary>
    ValueTask<bool> HoldsAsync(EvidenceFile file, CancellationToken cancellationToken);
}

/// <summary>A conversation holds the files of its thread.</summary>
internal sealed class ThreadsHoldFiles(ITurnStore turns) : IHoldsFiles
{
    public async ValueTask<bool> HoldsAsync(EvidenceFile file, CancellationToken cancellationToken) => await turns.LatestAsync(file.Thread, cancellationToken) is not null;
}
