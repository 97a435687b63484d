using Microsoft.Playwright;

namespace ReportBot.EndToEnd.Pages;

/// <summary>Somebody who uses the keyboard and nothing else.</summary>
public sealed class Keys(IPage page)
{
    private const int MostTabs = 400;

    /// <summary>Moves on with Tab until one of these has the focus, and presses Enter.</summary>
    public async Task PressAsync(string selector)
    {
        await ReachAsync(selector);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a link in the same way, and returns when its page is there.</summary>
    public async Task FollowAsync(string selector, string address)
    {
        await PressAsync(selector);
        await page.WaitForURLAsync(address);
    }

    /// <summary>Moves on with Tab until one of these has the focus.</summary>
    public async Task ReachAsync(string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await IsAtAsync(selector))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never reached {selector}.");
    }

    /// <summary>Tells the standard story. True when the focus was in the text box after every message that was typed and sent.</summary>
    public async Task<bool> ReportAsync(ChatPage chat)
    {
        ArgumentNullException.ThrowIfNull(chat);
        var staysInBox = true;
        await chat.TurnAsync(() => PressAsync("#asked button[value=safe]"));
        foreach (var part in ChatPage.Told.Take(2))
            staysInBox &= await TypeAsync(chat, part);
        await chat.TurnAsync(() => PressAsync("#asked button[value=everything]"));
        await chat.TurnAsync(() => PressAsync("#asked button[value=me]"));
        staysInBox &= await TypeAsync(chat, ChatPage.Told[2]);
        while (await chat.AskedAsync() is "where" or "when")
            await chat.TurnAsync(() => PressAsync("#asked button[value='!skip'], #ways button[value='!skip']"));
        await ReachAsync("#asked input[value=race]");
        await page.Keyboard.PressAsync("Space");
        await chat.TurnAsync(() => PressAsync("#say .send button"));
        await TypeAsync(chat, ChatPage.Told[3]);
        await chat.TurnAsync(() => PressAsync("#asked button[value=send]"));
        await Assertions.Expect(chat.Reference).ToBeVisibleAsync();
        return staysInBox;
    }

    private async Task<bool> TypeAsync(ChatPage chat, string text)
    {
        await ReachAsync("#words");
        await page.Keyboard.TypeAsync(text);
        await chat.TurnAsync(() => page.Keyboard.PressAsync("Control+Enter"));
        return await IsAtAsync("#words");
    }

    private Task<bool> IsAtAsync(string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement !== null && document.activeElement.matches(selector)", selector);
}
