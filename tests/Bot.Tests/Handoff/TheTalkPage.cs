using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Handoff;

public sealed class TheTalkPage : IAsyncLifetime, IDisposable
{
    private readonly TalkUnderTest _talk = new();

    public Task InitializeAsync() => _talk.InitializeAsync();

    public Task DisposeAsync() => _talk.DisposeAsync();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task Sends_a_reply_and_says_how_far_it_is()
    {
        var full = await _talk.CaseAsync();
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;
        await staff.OpenAsync($"/staff/cases/{full.Id:N}");
        await staff.OpenAsync(staff.Page.QuerySelector(".talk-door a")!.GetAttribute("href")!);

        await staff.PressAsync("Send", ("Words", "I am <b>here</b>."));
        await _talk.WorkedAsync(full);
        await staff.OpenAsync(staff.Address);

        var line = Assert.Single(staff.Page.QuerySelectorAll("#talk-lines > li"));
        Assert.Equal("I am <b>here</b>.", line.QuerySelector(".words")!.TextContent);
        Assert.Equal("Delivered", line.QuerySelector(".quiet")!.TextContent);
        Assert.Equal([("Amira Khan", "I am <b>here</b>.")], await _talk.StaffSaidAsync());
    }

    [Fact]
    public async Task Opening_it_is_on_record_and_marks_what_they_wrote_as_read()
    {
        var full = await _talk.CaseAsync();
        await _talk.Console.Commands.AddMessageAsync(full.First.Id, new("m", "He is back.", [], _talk.Console.Clock.Now, false, false), default);
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;

        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");

        Assert.Contains("He is back.", staff.Text, StringComparison.Ordinal);
        Assert.Empty((await _talk.Console.FindAsync(full.Id)).Standing.Unread);
        Assert.Contains(AuditAction.WordsShown, await _talk.Console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task Puts_a_reply_that_is_written_already_in_the_box_without_script()
    {
        var full = await _talk.CaseAsync();
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;
        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");

        await staff.OpenAsync(staff.Page.QuerySelectorAll(".canned a")[0].GetAttribute("href")!);

        Assert.Equal(CannedReplies.Embedded.All[0].Words, staff.Page.QuerySelector("#reply-words")!.TextContent);
    }

    [Fact]
    public async Task Is_not_there_for_whoever_may_not_see_the_case()
    {
        var full = await _talk.CaseAsync(change: report => report with { Queue = Queue.StaffConduct });
        var staff = (await _talk.Console.SignInAsync("Amira Khan")).Browser;

        await staff.OpenAsync($"/staff/cases/{full.Id:N}/talk");

        Assert.Equal(HttpStatusCode.NotFound, staff.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await _talk.Console.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/staff/cases/{full.Id:N}/talk"))).StatusCode);
    }
}
