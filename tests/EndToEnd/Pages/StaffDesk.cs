using Microsoft.Playwright;

namespace ReportBot.EndToEnd.Pages;

/// <summary>The console as a caseworker uses it.</summary>
public sealed class StaffDesk(IPage page)
{
    /// <summary>The administrator's name.</summary>
    public const string Name = "Ada Okafor";

    /// <summary>The administrator's password.</summary>
    public const string Password = "copper kettle seven rivers";

    /// <summary>Makes a set-up link for somebody new, and returns it.</summary>
    public async Task<string> InviteAsync(string name, string role)
    {
        await page.GotoAsync("/staff/people");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Label = role });
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return await page.Locator("#link").InnerTextAsync();
    }

    /// <summary>Opens a set-up link, chooses a password, adds the account to a phone and comes to the queue. The first administrator says their name.</summary>
    public async Task SetUpAsync(string link)
    {
        await page.GotoAsync(link);
        if (await page.GetByLabel("Your name").CountAsync() > 0)
            await page.GetByLabel("Your name").FillAsync(Name);
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("#again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on to your phone" }).ClickAsync();
        var secret = await page.Locator("code.secret").InnerTextAsync();
        await page.GetByLabel("Six digits").FillAsync(OneTimeCode.Of(secret, TimeProvider.System.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Queue", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Opens the case of a report from the queue.</summary>
    public async Task OpenAsync(string reference)
    {
        await page.GotoAsync("/staff");
        await page.Locator("#queue-lines a.open").Filter(new() { HasText = reference }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = reference })).ToBeVisibleAsync();
    }

    /// <summary>Asks for the exact words of the open case, and returns all of the page.</summary>
    public async Task<string> ShowWordsAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Show exact words" }).ClickAsync();
        await Assertions.Expect(page.Locator("#words-shown")).ToBeVisibleAsync();
        return await page.Locator("main").InnerTextAsync();
    }

    /// <summary>Takes the open case.</summary>
    public async Task ClaimAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this case" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You have this case now.");
    }

    /// <summary>Presses the button that takes the open case, and returns what came of it, which is not always that they have it.</summary>
    public async Task<string> TryToClaimAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this case" }).ClickAsync();
        var said = page.Locator("main .note[role=status], main .problem[role=alert]");
        await Assertions.Expect(said).ToHaveCountAsync(1);
        return await said.InnerTextAsync();
    }

    /// <summary>Records the first conversation with the person, just now, for whom "text only after 6pm" was read.</summary>
    public async Task RecordContactAsync(string outcome)
    {
        await page.Locator("#contact-way").SelectOptionAsync(new SelectOptionValue { Label = "Text messages" });
        await page.Locator("#outcome").FillAsync(outcome);
        await page.Locator("#contact-because").SelectOptionAsync(new SelectOptionValue { Label = "I have read their own words, and this keeps to them" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Record first contact" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("First contact is recorded.");
    }

    /// <summary>Records the person's own view of what was done.</summary>
    public async Task RecordViewAsync(string view, string words)
    {
        await OpenEveryFormAsync();
        await page.Locator("#view").SelectOptionAsync(view);
        await page.Locator("#why-view").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record their view" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Their own view is recorded.");
    }

    /// <summary>Closes the open case, or asks a second person to.</summary>
    public async Task CloseAsync(string outcome, string why)
    {
        await OpenEveryFormAsync();
        await page.Locator("#outcome-of-case").SelectOptionAsync(outcome);
        await page.Locator("#why-close").FillAsync(why);
        await page.Locator("#close button").ClickAsync();
        await Assertions.Expect(page.Locator("main .note[role=status]")).ToHaveCountAsync(1);
    }

    /// <summary>Writes down a task for whoever has the open case.</summary>
    public async Task WriteTaskAsync(string what)
    {
        await page.GetByText("Add to the work").ClickAsync();
        await page.GetByText("Write down a task").ClickAsync();
        await page.Locator("#task-what").FillAsync(what);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The task is written down.");
    }

    /// <summary>Opens every form of the open case.</summary>
    public Task OpenEveryFormAsync() => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");

    /// <summary>Opens the conversation with the person of the open case.</summary>
    public async Task OpenTalkAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the conversation" }).First.ClickAsync();
        await Assertions.Expect(ReplyBox).ToBeVisibleAsync();
    }

    /// <summary>The box for a reply to the person.</summary>
    public ILocator ReplyBox => page.Locator("#reply-words");

    /// <summary>What was said between staff and the person.</summary>
    public ILocator Lines => page.Locator("#talk-lines > li");

    /// <summary>Joins the open conversation.</summary>
    public async Task JoinAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Join the conversation" }).ClickAsync();
        await Assertions.Expect(page.Locator("#talk-hands")).ToContainTextAsync("You are in this conversation.");
    }

    /// <summary>Steps out of it.</summary>
    public async Task StepOutAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await Assertions.Expect(page.Locator("#talk-hands")).ToContainTextAsync("The assistant has the conversation.");
    }

    /// <summary>Writes to the person.</summary>
    public async Task ReplyAsync(string words)
    {
        await ReplyBox.FillAsync(words);
        await page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(Lines.Filter(new() { HasText = words })).ToHaveCountAsync(1);
    }
}
