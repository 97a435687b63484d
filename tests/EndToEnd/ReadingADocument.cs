using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace ReportBot.EndToEnd;

/// <summary>A letter that came with a report is read in the console itself, without a program that would run what is in it.</summary>
[Collection(House.Shared)]
public sealed class ReadingADocument(House house)
{
    [Fact]
    public async Task Pages_are_drawn_in_the_console_with_their_words()
    {
        string reference;
        await using (var resident = await house.VisitAsync())
        {
            var letter = new FilePayload { Name = "letter.pdf", MimeType = "application/pdf", Buffer = await LetterAsync() };
            var chat = await resident.Chat.BeginAsync();
            await chat.TellUpToAsync("account");
            await chat.SendFileAsync(letter);
            await chat.ReportAsync();
            reference = await chat.Reference.InnerTextAsync();
        }

        await using var staff = await house.AdministratorAsync(options => options.ViewportSize = new() { Width = 320, Height = 640 });
        var failed = new List<string>();
        staff.Page.Console += (_, said) => failed.AddRange(said.Type is "error" ? [said.Text] : []);
        await new StaffDesk(staff.Page).OpenAsync(reference);
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Read it here" }).ClickAsync();

        await Expect(staff.Page.Locator("#paper-says")).ToHaveTextAsync("2 pages.");
        await Expect(staff.Page.Locator("canvas")).ToHaveCountAsync(2);
        await staff.Page.GetByText("Words on page 2").ClickAsync();
        await Expect(staff.Page.Locator("#paper li:nth-child(2) .words")).ToHaveTextAsync("Zinnia-velocipede");
        Assert.True(await staff.Page.EvaluateAsync<bool>(
            "() => { const c = document.querySelector('canvas'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v, i) => i % 4 === 0 && v < 128); }"));
        await EveryPage.CheckAsync(staff.Page, "document");
        Assert.Empty(failed);
    }

    // A document as any browser prints one.
    private async Task<byte[]> LetterAsync()
    {
        await using var press = await house.VisitAsync();
        await press.Page.SetContentAsync("<p style='break-after: page'>Marmalade-turbine</p><p>Zinnia-velocipede</p>");
        return await press.Page.PdfAsync();
    }
}
