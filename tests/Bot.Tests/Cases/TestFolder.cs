using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>A data folder of its own that is gone after the test.</summary>
public sealed class TestFolder : IDisposable
{
    public DataFolder Data { get; } = DataFolder.Open(Path.Combine(Path.GetTempPath(), $"reportbot-{Guid.NewGuid():N}"));

    public void Dispose() => Directory.Delete(Data.Path, recursive: true);
}
