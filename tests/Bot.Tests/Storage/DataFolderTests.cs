using System.Runtime.Versioning;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Tests.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_services_account_can_look_into_it()
    {
        var path = Path.Combine(_folder.Data.Path, "deeper", "data");
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);

        var folder = DataFolder.Open(path);

        Assert.All([folder.Path, folder.Keys, folder.Evidence], part => Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(part)));
    }

    [Fact]
    public void A_second_service_is_refused_in_a_sentence_that_says_what_to_do()
    {
        using var first = DataFolderClaim.Take(_folder.Data);

        var refused = Record.Exception(() => DataFolderClaim.Take(_folder.Data));

        var message = Assert.IsType<DataFolderInUseException>(refused).Message;
        Assert.Contains(_folder.Data.Path, message, StringComparison.Ordinal);
        Assert.Contains("--data", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_stopped_lets_go_of_it()
    {
        DataFolderClaim.Take(_folder.Data).Dispose();

        using var next = DataFolderClaim.Take(_folder.Data);

        Assert.NotNull(next);
    }

    [Fact]
    public async Task Nobody_else_can_read_the_database_files()
    {
        await using var store = new OpenStore(_folder.Data);

        Assert.All(Directory.GetFiles(_folder.Data.Path, "conversations.db*"), file =>
            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(file)));
    }
}
