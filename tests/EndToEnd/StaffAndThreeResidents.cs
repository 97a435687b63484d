using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>Two members of staff in two browsers, and three people at once: on the website with a script and without one, and on a plain channel that goes down.</summary>
public sealed class StaffAndThreeResidents : IAsyncLifetime, IDisposable
{
    private const string Colleague = "Ben Okafor";

    private readonly House _house = new() { Service = new RunningService { HasPlainChannel = true } };

    public Task InitializeAsync() => _house.InitializeAsync();

    public Task DisposeAsync() => _house.DisposeAsync();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Each_case_has_one_winner_each_talk_goes_both_ways_and_each_person_gets_their_question_back()
    {
        await using var scripted = await _house.VisitAsync();
        await using var plain = await _house.VisitAsync(options => options.JavaScriptEnabled = false);
        using var channel = new PlainChannel(_house.Service);
        var withScript = await ReportAsync(scripted.Chat);
        var withoutScript = await ReportAsync(plain.Chat);
        var byChannel = await channel.ReportAsync([ChatPage.Told[0], ChatPage.Told[1]], ChatPage.Told[2], ChatPage.Told[3]);
        await scripted.Chat.PressAsync("Ask about the policy");
        var (policy, topics, onChannel) = (await scripted.Chat.AskedAsync(), await plain.Chat.AskedAsync(), channel.Asked);
        Assert.NotEqual(policy, topics);
        await using var first = await _house.AdministratorAsync();
        await using var second = await _house.ColleagueAsync(Colleague, "Caseworker");
        var (ada, ben) = (new StaffDesk(first.Page), new StaffDesk(second.Page));

        // From signing in to the case that matters most: its line has the focus.
        await second.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("HR-");

        foreach (var reference in new[] { withScript, withoutScript, byChannel })
            await ClaimAtOnceAsync(ada, ben, reference);

        await ada.OpenAsync(withScript);
        await ada.OpenTalkAsync();
        await ada.JoinAsync();
        await ben.OpenAsync(withoutScript);
        await ben.OpenTalkAsync();
        await ben.JoinAsync();
        var third = new StaffDesk(await first.AnotherTabAsync());
        await third.OpenAsync(byChannel);
        await third.OpenTalkAsync();
        await third.JoinAsync();

        await scripted.Chat.SayAsync("Is my door safe?");
        await plain.Chat.SayAsync("Can I be moved?");
        var silent = await channel.SayAsync("Will you write to me?");
        await Assertions.Expect(ada.Lines.Last).ToContainTextAsync("Is my door safe?");
        await Assertions.Expect(ben.Lines.Last).ToContainTextAsync("Can I be moved?");
        await Assertions.Expect(third.Lines.Last).ToContainTextAsync("Will you write to me?");
        Assert.Empty(silent.Messages);

        await ada.ReplyAsync("Someone will look at it today.");
        await ben.ReplyAsync("We will talk about that tomorrow.");
        await channel.BeDownAsync(true);
        await third.ReplyAsync("Yes, I will.");
        await third.ReplyAsync("Before Friday.");
        await Assertions.Expect(third.Lines.Filter(new() { HasText = "Yes, I will." })).ToContainTextAsync("Waiting");
        await channel.BeDownAsync(false);
        await Assertions.Expect(scripted.Page.Locator("#talk > .staff")).ToContainTextAsync("Someone will look at it today.");
        await LookUntilAsync(plain.Page, "We will talk about that tomorrow.");
        var came = (await channel.CameAsync("Before Friday.")).Messages.Where(words => words is "Yes, I will." or "Before Friday.");
        Assert.Equal(["Yes, I will.", "Before Friday."], came);

        await ada.StepOutAsync();
        await ben.StepOutAsync();
        await third.StepOutAsync();
        await Assertions.Expect(scripted.Chat.Said.Filter(new() { HasText = "has left this chat" })).ToHaveCountAsync(1);
        await LookUntilAsync(plain.Page, "has left this chat");
        var left = await channel.CameAsync("has left this chat");

        await Assertions.Expect(scripted.Page.Locator("#asked input[name=question]")).ToHaveValueAsync(policy);
        Assert.Equal(topics, await plain.Chat.AskedAsync());
        Assert.Equal(onChannel, left.Question);
        Assert.NotEmpty((await channel.SayAsync("Thank you")).Messages);
    }

    private static async Task<string> ReportAsync(ChatPage chat)
    {
        await chat.BeginAsync();
        await chat.ReportAsync();
        return await chat.Reference.InnerTextAsync();
    }

    // Both have the case open and press at once: one is told that they have it, the other who does.
    private static async Task ClaimAtOnceAsync(StaffDesk ada, StaffDesk ben, string reference)
    {
        await ada.OpenAsync(reference);
        await ben.OpenAsync(reference);

        var said = await Task.WhenAll(ada.TryToClaimAsync(), ben.TryToClaimAsync());

        var winner = said[0] == "You have this case now." ? 0 : 1;
        Assert.Equal("You have this case now.", said[winner]);
        Assert.StartsWith($"{(winner == 0 ? StaffDesk.Name : Colleague)} took this case at ", said[1 - winner], StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", said[1 - winner], StringComparison.Ordinal);
    }

    // Without a script nothing comes by itself: whoever waits loads the page again.
    private static async Task LookUntilAsync(IPage page, string words)
    {
        for (var look = 0; look < 50 && await page.Locator("main").GetByText(words).CountAsync() == 0; look++)
            await page.GotoAsync("/chat");
        await Assertions.Expect(page.Locator("main").GetByText(words)).ToHaveCountAsync(1);
    }
}
