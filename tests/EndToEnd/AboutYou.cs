using Microsoft.Playwright;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>The questions about a person that are offered after sending.</summary>
[Collection(House.Shared)]
public sealed class AboutYou(House house)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Can_be_answered_from_the_receipt_and_lead_back_to_it(bool scripts)
    {
        await using var visit = await house.VisitAsync(options => options.JavaScriptEnabled = scripts);
        var chat = await (await visit.Chat.BeginAsync()).ReportAsync();
        var reference = await chat.Reference.InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "See the questions" }).ClickAsync();
        await visit.Page.GetByLabel("What is your religion?").SelectOptionAsync(new SelectOptionValue { Label = "Sikh" });
        await visit.Page.GetByLabel("How old are you?").SelectOptionAsync(new SelectOptionValue { Label = "Rather not say" });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send these answers" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to your report" }).ClickAsync();

        await Assertions.Expect(chat.Reference).ToHaveTextAsync(reference);
        await Assertions.Expect(visit.Page.Locator("#talk")).Not.ToContainTextAsync("Sikh");
    }

    [Fact]
    public async Task Can_be_left_with_the_first_control_of_the_page()
    {
        await using var visit = await house.VisitAsync();
        await (await visit.Chat.BeginAsync()).ReportAsync();
        await visit.Page.GotoAsync("/about-you");

        await visit.Page.Locator("main a, main button, main select").First.ClickAsync();

        await Assertions.Expect(visit.Chat.Reference).ToBeVisibleAsync();
    }
}
