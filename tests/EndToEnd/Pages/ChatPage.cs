using Microsoft.Playwright;

namespace ReportBot.EndToEnd.Pages;

/// <summary>The conversation as somebody at a screen sees it, with scripts or without. Every step returns when the answer is there.</summary>
public sealed class ChatPage(IPage page)
{
    private static readonly string[] Account = ["He called me a name and told me to go back.", "Then he spat at me and laughed."];

    /// <summary>What the standard story tells, every word that staff must find.</summary>
    public static IReadOnlyList<string> Told { get; } = [.. Account, "Outside my flat, last Tuesday about 6pm", "Sam Jones, 07700 900123, text only after 6pm"];

    /// <summary>The messages in the list.</summary>
    public ILocator Said => page.Locator("#talk > li");

    /// <summary>The text box.</summary>
    public ILocator Box => page.Locator("#words");

    /// <summary>The button that sends.</summary>
    public ILocator Send => page.Locator("#say .send button");

    /// <summary>The place where it is said why a message was not taken.</summary>
    public ILocator Notice => page.Locator("#notice");

    /// <summary>The reference on the receipt.</summary>
    public ILocator Reference => page.Locator(".paper .code:not([data-code])");

    /// <summary>The return code, wherever it is shown last.</summary>
    public ILocator ReturnCode => page.Locator("[data-code]").Last;

    /// <summary>Goes through the page before the first one, as a resident does.</summary>
    public async Task<ChatPage> BeginAsync()
    {
        await page.GotoAsync("/before-you-start");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start", Exact = true }).ClickAsync();
        await Assertions.Expect(Box).ToBeVisibleAsync();
        return this;
    }

    /// <summary>A choice or a way, by the words on it.</summary>
    public ILocator Choice(string words) => page.Locator("#asked button, #ways button").Filter(new() { HasText = words });

    /// <summary>The id of the question that is open.</summary>
    public async Task<string> AskedAsync() => await page.Locator("#asked input[name=question]").GetAttributeAsync("value") ?? "";

    /// <summary>Presses a choice or a way.</summary>
    public Task PressAsync(string words) => TurnAsync(() => Choice(words).First.ClickAsync());

    /// <summary>Types and sends.</summary>
    public Task SayAsync(string text) => TurnAsync(async () =>
    {
        await Box.FillAsync(text);
        await Send.ClickAsync();
    });

    /// <summary>Adds a file and sends.</summary>
    public Task SendFileAsync(FilePayload file) => TurnAsync(async () =>
    {
        await AddAsync(file);
        await Send.ClickAsync();
    });

    /// <summary>Adds a file to the message that is written, without sending.</summary>
    public async Task AddAsync(FilePayload file)
    {
        if (await page.Locator("#add").GetAttributeAsync("open") is null)
            await page.Locator("#add summary").ClickAsync();
        await page.Locator("#file").SetInputFilesAsync(file);
    }

    /// <summary>Ticks a box among the choices.</summary>
    public Task TickAsync(string words) => page.Locator("#asked label.pick").Filter(new() { HasText = words }).Locator("input").CheckAsync();

    /// <summary>Tells the standard story up to where a question is open.</summary>
    public async Task<ChatPage> TellUpToAsync(string question)
    {
        for (var asked = await AskedAsync(); asked != question; asked = await AskedAsync())
            await AnswerAsync(asked);
        return this;
    }

    /// <summary>Tells the standard story, checks it and sends it.</summary>
    public async Task<ChatPage> ReportAsync()
    {
        await TellUpToAsync("check-answers");
        await PressAsync("Send my report");
        await Assertions.Expect(Reference).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Does something that sends a message, and returns when its answer is in the page.</summary>
    public async Task TurnAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var after = page.Locator("#after");
        var before = await after.InputValueAsync();
        await act();
        await Assertions.Expect(after).Not.ToHaveValueAsync(before);
    }

    private async Task AnswerAsync(string question)
    {
        switch (question)
        {
            case "safety":
                await PressAsync("No one is in danger");
                break;
            case "account":
                foreach (var part in Account)
                    await SayAsync(part);
                await PressAsync("That's everything");
                break;
            case "role":
                await PressAsync("It happened to me");
                break;
            case "where-and-when":
                await SayAsync(Told[2]);
                break;
            case "perception":
                await TickAsync("Race, colour or nationality");
                await TurnAsync(() => Send.ClickAsync());
                break;
            case "contact":
                await SayAsync(Told[3]);
                break;
            case "where" or "when":
                await PressAsync("Skip this");
                break;
            default:
                Assert.Fail($"The standard story has no answer to “{question}”.");
                break;
        }
    }
}
