using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>A report from the first page to the staff's queue, every way it may be told.</summary>
[Collection(House.Shared)]
public sealed class AReport(House house)
{
    [Fact]
    public async Task With_a_photo_reaches_the_queue_with_every_word_and_is_answered()
    {
        await using var resident = await house.VisitAsync();
        var chat = await resident.Chat.BeginAsync();
        await chat.TellUpToAsync("account");
        await chat.SendFileAsync(Photo.Of("front door.png"));
        await chat.ReportAsync();

        await Assertions.Expect(resident.Page.Locator(".paper").Last).ToContainTextAsync("We aim to reply here by 5pm on");
        await Assertions.Expect(chat.ReturnCode).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$"));
        var reference = await chat.Reference.InnerTextAsync();
        await IsOnTheQueueAsync(reference, ChatPage.Told.Append("front door.png"), isContacted: true);
    }

    [Fact]
    public async Task Can_be_told_with_scripts_switched_off()
    {
        await using var resident = await house.VisitAsync(options => options.JavaScriptEnabled = false);
        var chat = await resident.Chat.BeginAsync();
        await chat.TellUpToAsync("account");
        await chat.SendFileAsync(Photo.Of("letterbox.png"));
        await chat.ReportAsync();

        await Assertions.Expect(resident.Page.Locator("[data-copy], [data-print]").First).ToBeHiddenAsync();
        var reference = await chat.Reference.InnerTextAsync();
        await IsOnTheQueueAsync(reference, ChatPage.Told.Append("letterbox.png"));
    }

    [Fact]
    public async Task Can_be_told_by_keyboard_only_and_typing_goes_on_after_sending()
    {
        await using var resident = await house.VisitAsync();
        var keys = new Keys(resident.Page);
        await resident.Page.GotoAsync("/");
        await keys.FollowAsync("main a[href='/before-you-start']", "**/before-you-start");
        await keys.FollowAsync("main a[href^='/chat']", "**/chat*");

        var isTyping = await keys.ReportAsync(resident.Chat);

        Assert.True(isTyping);
        await IsOnTheQueueAsync(await resident.Chat.Reference.InnerTextAsync(), ChatPage.Told);
    }

    [Fact]
    public async Task Goes_on_after_the_service_was_killed_and_started_again()
    {
        await using var resident = await house.VisitAsync();
        var chat = await resident.Chat.BeginAsync();
        await chat.TellUpToAsync("where-and-when");

        await house.Service.RestartAsync();
        await chat.ReportAsync();

        await IsOnTheQueueAsync(await chat.Reference.InnerTextAsync(), ChatPage.Told);
    }

    private async Task IsOnTheQueueAsync(string reference, IEnumerable<string> told, bool isContacted = false)
    {
        await using var staff = await house.AdministratorAsync();
        var desk = new StaffDesk(staff.Page);
        await desk.OpenAsync(reference);
        Assert.DoesNotContain(ChatPage.Told[1], await staff.Page.ContentAsync(), StringComparison.Ordinal);

        var shown = await desk.ShowWordsAsync();

        Assert.All(told, words => Assert.Contains(words, shown, StringComparison.Ordinal));
        if (!isContacted)
            return;
        await desk.ClaimAsync();
        await desk.RecordContactAsync("Spoke with them. They feel safe at home tonight.");
        await Assertions.Expect(staff.Page.Locator(".history")).ToContainTextAsync("They feel safe at home tonight.");
    }
}
