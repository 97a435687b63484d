using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>The process is killed as soon as it has acknowledged what staff wrote. The person gets each reply once, in order.</summary>
public sealed class KilledBeforeDelivery : IAsyncLifetime, IDisposable
{
    private const int Kills = 6;

    private readonly House _house = new();

    public Task InitializeAsync() => _house.InitializeAsync();

    public Task DisposeAsync() => _house.DisposeAsync();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Every_acknowledged_reply_reaches_the_person_once()
    {
        await using var resident = await _house.VisitAsync();
        var chat = await resident.Chat.BeginAsync();
        await chat.ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await using var staff = await _house.AdministratorAsync(options => options.JavaScriptEnabled = false);
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        await desk.OpenTalkAsync();
        var (address, sent) = (staff.Page.Url, Enumerable.Range(1, Kills).Select(number => $"Reply number {number}.").ToList());

        foreach (var words in sent)
        {
            // A page of its own for each: the way back that the answer sends it on may still be under way after the restart.
            var page = await staff.Page.Context.NewPageAsync();
            await page.GotoAsync(address);
            await new StaffDesk(page).ReplyBox.FillAsync(words);
            var acknowledged = page.WaitForResponseAsync(response => response.Request.Method == "POST");
            var pressed = page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            Assert.Equal(302, (await acknowledged).Status);
            await _house.Service.RestartAsync();
            await pressed;
            await page.CloseAsync();
        }

        await resident.Page.GotoAsync("/chat");
        await Assertions.Expect(resident.Page.Locator("#talk > .staff")).ToHaveCountAsync(Kills);
        var said = await resident.Page.Locator("#talk > .staff > p:not(.who)").AllInnerTextsAsync();
        Assert.Equal(sent, said);
        var delivered = desk.Lines.Filter(new() { HasText = "Delivered" });
        for (var look = 0; look < 50 && await delivered.CountAsync() < Kills; look++)
            await staff.Page.GotoAsync(address.Split('#')[0]);
        await Assertions.Expect(delivered).ToHaveCountAsync(Kills);
    }
}
