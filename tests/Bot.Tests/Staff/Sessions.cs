using System.Globalization;
using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>When a sign-in ends, and that what is open ends with it.</summary>
public sealed class Sessions : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new()
    {
        Adjust = builder =>
        {
            builder.Configuration["StaffSession:Idle"] = "00:10";
            builder.Configuration["StaffSession:Longest"] = "01:00";
        },
    };

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task One_ends_after_the_set_time_without_a_page(int minutes, bool holds)
    {
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;

        Later(minutes);
        await amira.OpenAsync("/staff");

        Assert.Equal(holds, amira.Address == "/staff");
    }

    [Fact]
    public async Task One_ends_after_the_set_time_however_busy()
    {
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        for (var i = 0; i < 7; i++)
        {
            Later(8);
            await amira.OpenAsync("/staff");
            Assert.Equal("/staff", amira.Address);
        }

        Later(8);
        await amira.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", amira.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_when_it_ended_is_given_back_and_nothing_is_done()
    {
        var full = await _console.CaseAsync();
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await amira.OpenAsync($"/staff/cases/{full.Id:N}");

        Later(11);
        await amira.PressAsync("Write the note", ("Form.Words", "She is \"fine\" <b>until</b> Friday."));

        Assert.Equal(HttpStatusCode.Unauthorized, amira.Status);
        Assert.Equal("She is \"fine\" <b>until</b> Friday.", Assert.Single(amira.Page.QuerySelectorAll("textarea")).TextContent.Trim());
        Assert.Single(amira.Page.QuerySelectorAll("a[href^='/staff/sign-in'], a[href*='/staff/sign-in?to=']"));
        Assert.Empty((await _console.FindAsync(full.Id)).History.OfType<NoteAdded>());
        Assert.Contains("no-store", amira.Answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/talk", "Send", "Words", "Yes")]
    [InlineData("", "Write the note", "Form.Words", "Rang.")]
    [InlineData("", "Record the reference", "Work.Number", "46/12345/26")]
    [InlineData("/call", "No answer", "Form.Words", "Engaged.")]
    public async Task One_word_that_was_typed_when_it_ended_is_given_back_and_nothing_else_of_the_form(string page, string button, string box, string typed)
    {
        var full = await _console.CaseAsync(Given.Report() with { Channel = WebsiteMessage.Channel });
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await amira.OpenAsync($"/staff/cases/{full.Id:N}{page}");

        Later(11);
        await amira.PressAsync(button, (box, typed));

        Assert.Equal(HttpStatusCode.Unauthorized, amira.Status);
        Assert.Contains(typed, GivenBack(amira));
        Assert.DoesNotContain(GivenBack(amira), words => Guid.TryParse(words, out _) || DateTime.TryParse(words, CultureInfo.InvariantCulture, out _) || words is "NoAnswer");
        Assert.DoesNotContain("__RequestVerificationToken", amira.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "crab lantern violin")]
    [InlineData("again", "crab lantern violin")]
    [InlineData("code", "123 456")]
    [InlineData("__RequestVerificationToken", "a token of words")]
    [InlineData("hold", "sealed words")]
    [InlineData("look", "sam ME10 1AB")]
    public async Task What_is_no_text_is_never_given_back(string field, string value)
    {
        var full = await _console.CaseAsync();
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await amira.OpenAsync($"/staff/cases/{full.Id:N}");

        Later(11);
        await amira.PressAsync("Write the note", ("Form.Words", "Rang."), (field, value));

        Assert.Equal(["Rang."], GivenBack(amira));
        Assert.DoesNotContain(value, amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_box_for_words_of_a_case_is_one_that_is_given_back()
    {
        var full = await _console.CaseAsync();
        var grace = (await _console.SignInAsync("Grace Adeyemi", StaffRole.Manager)).Browser;
        await grace.OpenAsync($"/staff/cases/{full.Id:N}");
        await grace.PressAsync("Take this case");
        var (boxes, others) = (new HashSet<string>(), new HashSet<string>());

        foreach (var page in new[] { "", "/talk", "/call", "/evidence" })
        {
            await grace.OpenAsync($"/staff/cases/{full.Id:N}{page}");
            Assert.Equal(HttpStatusCode.OK, grace.Status);
            foreach (var field in grace.Page.QuerySelectorAll("form[method=post] :is(input, textarea, select, button)[name]"))
                (field.Matches("textarea, input[type=text], input[type=tel], input[type=email]") ? boxes : others).Add(field.GetAttribute("name")!);
        }

        Assert.True(boxes.Count > 20, string.Join(' ', boxes));
        Assert.All(boxes, name => Assert.True(SignedOutPage.HoldsWords(name), name));
        Assert.All(others, name => Assert.False(SignedOutPage.HoldsWords(name), name));
    }

    [Fact]
    public async Task Settings_that_cannot_be_keep_the_service_from_starting()
    {
        using var console = new ConsoleUnderTest
        {
            Adjust = builder => (builder.Configuration["StaffSession:Idle"], builder.Configuration["StaffSession:Longest"]) = ("02:00", "01:00"),
        };

        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(console.InitializeAsync);

        Assert.Contains("Idle must not be longer than Longest", failure.Message, StringComparison.Ordinal);
        await console.DisposeAsync();
    }

    public static TheoryData<string> Ends => ["signed out by themselves", "signed out by an administrator", "another role", "ended", "a new password", "a new second step"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task All_of_an_account_end_at_once_with_their_streams(string why)
    {
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        var other = amira.Copy();
        using var stream = await Listening.AsAsync(_console, other);
        Assert.Equal("changed", await stream.NextAsync());

        await EndAsync(why, ada, amira);

        string said;
        do
            said = await stream.NextAsync();
        while (said == "changed");
        Assert.Equal("closed", said);
        Assert.Equal("", await stream.NextAsync());
        await other.OpenAsync("/staff");
        Assert.StartsWith("/staff/sign-in", other.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_go_on()
    {
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        var amira = (await _console.SignInAsync("Amira Khan")).Browser;
        await _console.SignInAsync("Ben Okafor");

        await EndAsync("ended", ada, amira, "Ben Okafor");
        await amira.OpenAsync("/staff");

        Assert.Equal("/staff", amira.Address);
    }

    [Fact]
    public async Task An_ended_account_opens_nothing_until_it_is_opened_again()
    {
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        var amira = await _console.SignInAsync("Amira Khan");
        var full = await _console.CaseAsync();
        await amira.Browser.OpenAsync("/staff");
        await amira.Browser.PressAsync("Take it");
        var halfWay = await PasswordAsync();
        var link = await _console.InviteAsync("Amira Khan", StaffRole.Caseworker);

        await EndAsync("ended", ada, amira.Browser);
        await _console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);

        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
        Assert.Contains("do not go together", (await PasswordAsync()).Said, StringComparison.Ordinal);
        await halfWay.PressAsync("Sign in", ("code", _console.Code(amira.Secret)));
        Assert.StartsWith("/staff/sign-in", halfWay.Address, StringComparison.Ordinal);
        Assert.Contains("does not work any more", (await _console.Browser().OpenAsync(link)).Text, StringComparison.Ordinal);
        await ada.OpenAsync("/staff/people");
        Assert.DoesNotContain("End the account of Amira Khan", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync("Let them sign in again");
        Assert.Equal("They can sign in again.", ada.Said);
        var back = await PasswordAsync();
        await back.PressAsync("Sign in", ("code", _console.Code(amira.Secret)));
        Assert.Equal("/staff", back.Address);
        var id = (await _console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default)).Single(one => one.Actor.Who.Name == "Amira Khan").Actor.Who.Id;
        Assert.Equal([AuditAction.AbsenceEnded, AuditAction.AccountReopened], (await _console.TraceAsync(id)).Where(action => action is AuditAction.AccountReopened or AuditAction.AbsenceEnded));
    }

    [Fact]
    public async Task Nobody_ends_their_own_account()
    {
        var ada = (await _console.SignInAsync("Ada Okafor", StaffRole.Administrator)).Browser;
        await ada.OpenAsync("/staff/people");
        Assert.Empty(ada.Page.QuerySelectorAll("form[action*=End]"));
        await _console.SignInAsync("Ben Okafor");
        await ada.OpenAsync("/staff/people");
        var id = ada.Page.QuerySelectorAll("#who option").Single(option => option.TextContent == "Ada Okafor").GetAttribute("value")!;

        await ada.PressAsync("End the account of Ben Okafor", ("who", id));

        Assert.Contains("Nobody ends their own account", ada.Said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/staff/people")).Status);
    }

    private static IReadOnlyList<string> GivenBack(StaffBrowser browser) => [.. browser.Page.QuerySelectorAll("textarea").Select(box => box.TextContent.Trim())];

    private void Later(int minutes) => _console.Clock.Now = _console.Clock.Now.AddMinutes(minutes);

    private async Task<StaffBrowser> PasswordAsync()
    {
        var browser = await _console.Browser().OpenAsync("/staff/sign-in");
        return await browser.PressAsync("Go on", ("name", "Amira Khan"), ("password", ConsoleUnderTest.Password));
    }

    private async Task EndAsync(string why, StaffBrowser ada, StaffBrowser amira, string name = "Amira Khan")
    {
        await ada.OpenAsync("/staff/people");
        switch (why)
        {
            case "signed out by themselves":
                await (await amira.OpenAsync("/staff/account")).PressAsync("Sign out everywhere");
                break;
            case "signed out by an administrator":
                await ada.PressAsync($"Sign out everywhere {name}");
                break;
            case "another role":
                await ada.PressAsync("Make the link", ("name", name), ("role", nameof(StaffRole.Safeguarding)));
                break;
            case "ended":
                await ada.PressAsync($"End the account of {name}");
                Assert.StartsWith("The account is ended.", ada.Said, StringComparison.Ordinal);
                break;
            case "a new password":
                var link = await _console.Browser().OpenAsync(await _console.InviteAsync(name, StaffRole.Caseworker));
                await link.PressAsync("Go on", ("password", "a wholly different phrase"), ("again", "a wholly different phrase"));
                break;
            default:
                await using (var scope = _console.Services.CreateAsyncScope())
                {
                    var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
                    var who = (await _console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default)).Single(one => one.Actor.Who.Name == name).Actor.Who.Id;
                    var member = (await accounts.FindAsync(who, default))!;
                    Assert.NotNull(await accounts.TurnOnSecondStepAsync(member, _console.Code(await accounts.SecretAsync(member)), default));
                }

                break;
        }
    }
}
