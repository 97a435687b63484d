using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>What is told lies nowhere in plain: not in the data folder, not in the temporary folder, not in the log.</summary>
public sealed class MarkerWords
{
    private static readonly string[] Markers =
        ["zyxqvakrotel", "quorbintha", "07700900461", "07700 900461", "wimblethorpe", "vexilquartz", "plumdrovexia", "snurfelbarc"];

    [Fact]
    public async Task Are_found_in_no_file_and_in_no_log()
    {
        await using var service = new RunningService();
        await service.StartAsync();
        await TellAsync(service);
        await service.StopAsync();

        var found = Traces.Of(Markers, service.Data)
            .Concat(Traces.Of(Markers, service.Temporary))
            .Concat(Markers.Where(marker => service.Console.Contains(marker, StringComparison.OrdinalIgnoreCase)).Select(marker => $"{marker} in the log"))
            .ToList();

        Assert.Empty(found);
    }

    [Fact]
    public void Would_be_found_in_every_guise()
    {
        var folder = Directory.CreateTempSubdirectory("reportbot-traces-");
        try
        {
            Traces.WriteEveryGuise("zyxqvakrotel", folder.FullName);

            var found = Traces.Of(["zyxqvakrotel"], folder.FullName).ToList();

            Assert.Equal(folder.GetFiles().Length, found.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task TellAsync(RunningService service)
    {
        using var browser = await new PlainBrowser(service).BeginAsync();
        await browser.SayAsync("He called me Zyxqvakrotel and threw things.");
        using var photo = new ByteArrayContent(Photo.Png("Plumdrovexia"));
        await browser.SendFileAsync("Vexilquartz.png", photo, "This is the door. Snurfelbarc.");
        await browser.PressAsync("everything");
        await browser.PressAsync("me");
        await browser.SayAsync("At 17 Wimblethorpe Road, TN13 1AA, last Tuesday");
        while (browser.Asked is "where" or "when")
            await browser.PressAsync("!skip");
        await browser.PressAsync("race");
        await browser.SayAsync("Quorbintha Jones, 07700 900461, text only");
        await browser.PressAsync("send");
        Assert.NotNull(browser.Page.QuerySelector(".paper .code"));
    }
}
