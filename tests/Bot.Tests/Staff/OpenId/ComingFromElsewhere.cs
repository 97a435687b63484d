using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;
using static ReportBot.Bot.Tests.Staff.OpenId.AssociationDirectory;

namespace ReportBot.Bot.Tests.Staff.OpenId;

/// <summary>Signing in with the association's own accounts, against a real provider.</summary>
public sealed class ComingFromElsewhere(AssociationDirectory directory) : IClassFixture<AssociationDirectory>, IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = Console(directory.Provider.Issuer);

    public async Task InitializeAsync()
    {
        await _console.InitializeAsync();
        await directory.BeginAsync(_console, ("amira", Person("Amira Khan", Caseworkers)), ("ben", Person("Ben Okafor", "some-other-group")));
    }

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Leads_to_where_they_were_going_without_password_or_code()
    {
        var full = await _console.CaseAsync();
        var browser = await _console.Browser().OpenAsync($"/staff/cases/{full.Id:N}");
        var link = browser.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "Sign in with Microsoft").GetAttribute("href")!;

        await new WayThere(browser, directory.Provider).ThereAndBackAsync("amira", Uri.UnescapeDataString(link[(link.IndexOf("to=", StringComparison.Ordinal) + 3)..]));

        Assert.Equal((HttpStatusCode.OK, $"/staff/cases/{full.Id:N}"), (browser.Status, browser.Address));
        await browser.OpenAsync("/staff/second-step");
        Assert.Equal("/staff", browser.Address);
        await browser.OpenAsync("/staff/account");
        Assert.Contains("Amira Khan", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Caseworker", browser.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Recovery codes", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_a_session_that_is_for_this_site_alone()
    {
        var way = Way();

        var answer = await way.Console.SendAsync(new HttpRequestMessage(HttpMethod.Get, (await way.SignInAsync("amira")).PathAndQuery));

        Assert.StartsWith("/staff/sign-in/returned", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("staff=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Knows_somebody_by_who_they_are_there_and_not_by_name()
    {
        await Way().ThereAndBackAsync("amira");
        await directory.KnowAsync(
            ("amira", new { oid = "5c1f7c3e-0000-4000-8000-00000000000f", tid = Tenant, name = "Amira Khan", groups = new[] { Caseworkers } }),
            ("married", new { oid = ((dynamic)Person("Amira Khan")).oid, tid = Tenant, name = "Lee, Amira (Housing)", groups = new[] { Caseworkers } }));

        var other = await Way().ThereAndBackAsync("amira");
        var same = await Way().ThereAndBackAsync("married");

        Assert.Equal("/staff", other.Address);
        Assert.Equal("/staff", same.Address);
        Assert.Equal(["Amira Khan", "Lee Amira Housing"], (await PeopleAsync()).Select(one => one.Actor.Who.Name));
    }

    [Fact]
    public async Task Takes_no_local_account_over()
    {
        var local = await _console.SignInAsync("Amira Khan", StaffRole.Administrator);

        var browser = await Way().ThereAndBackAsync("amira");

        Assert.Equal(2, (await PeopleAsync()).Count);
        await browser.OpenAsync("/staff/audit");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await local.Browser.OpenAsync("/staff/audit");
        Assert.Equal(HttpStatusCode.OK, local.Browser.Status);
        // And a set-up link for that name is for the local account.
        await _console.InviteAsync("Amira Khan", StaffRole.Administrator);
        await browser.OpenAsync("/staff");
        Assert.Equal("/staff", browser.Address);
    }

    [Fact]
    public async Task Refuses_who_has_no_role_and_says_whom_to_ask()
    {
        var browser = await Way().ThereAndBackAsync("ben");

        Assert.Equal("/staff/sign-in/refused?why=NoRole", browser.Address);
        Assert.Contains("none of your groups there has a role here", browser.Said, StringComparison.Ordinal);
        Assert.Contains("Ask Ada in IT.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("staff", browser.Cookies.Keys);
        Assert.Empty(await PeopleAsync());
        Assert.Equal((AuditAction.SignInRefused, "NoRole"), await LastAsync());
    }

    [Theory]
    [InlineData("many", "ManyRoles", "have different roles here")]
    [InlineData("overage", "TooManyGroups", "in more groups than Microsoft tells us")]
    [InlineData("stranger", "OtherTenant", "belongs to another organisation")]
    [InlineData("nowhere", "OtherTenant", "belongs to another organisation")]
    [InlineData("back", "Cancelled", "You turned back")]
    public async Task Refuses_with_the_reason(string login, string why, string reason)
    {
        var id = Guid.NewGuid();
        await directory.KnowAsync(
            ("many", Person("Many Roles", Caseworkers, Managers)),
            ("overage", new { oid = id, tid = Tenant, name = "Many Groups", hasgroups = true }),
            ("stranger", new { oid = id, tid = Guid.NewGuid(), name = "Some Stranger", groups = new[] { Caseworkers } }),
            ("nowhere", new { oid = id, name = "Some Stranger", groups = new[] { Caseworkers } }));

        var browser = await Way().ThereAndBackAsync(login);

        Assert.Equal($"/staff/sign-in/refused?why={why}", browser.Address);
        Assert.Contains(reason, browser.Said, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task Refuses_who_is_in_more_groups_than_a_token_names()
    {
        await directory.Provider.ForgeAsync("own", new { groups = (object?)null, _claim_names = new { groups = "src1" }, _claim_sources = new { src1 = new { endpoint = "https://graph.example/" } } });

        var browser = await Way().ThereAndBackAsync("amira");

        Assert.Equal("/staff/sign-in/refused?why=TooManyGroups", browser.Address);
    }

    [Fact]
    public async Task Takes_an_app_role_before_groups()
    {
        await directory.KnowAsync(("ada", new { oid = Guid.NewGuid(), tid = Tenant, name = "Ada Auditor", groups = new[] { Managers }, roles = new[] { "Auditors" } }));

        var browser = await Way().ThereAndBackAsync("ada");

        await browser.OpenAsync("/staff/people");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.OpenAsync("/staff/audit");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Follows_a_role_that_changed_and_ends_what_was_open_under_the_old_one()
    {
        var before = await Way().ThereAndBackAsync("amira");
        await directory.KnowAsync(("amira", Person("Amira Khan", Managers)));

        var after = await Way().ThereAndBackAsync("amira");

        await before.OpenAsync("/staff");
        Assert.StartsWith("/staff/sign-in", before.Address, StringComparison.Ordinal);
        await after.OpenAsync("/staff/people");
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal([AuditAction.SignedIn, AuditAction.RoleChanged, AuditAction.SignedIn, AuditAction.AccountMade], await TraceAsync());
    }

    [Fact]
    public async Task Takes_away_a_role_that_was_lost_and_ends_what_is_open()
    {
        var before = await Way().ThereAndBackAsync("amira");
        await directory.KnowAsync(("amira", Person("Amira Khan")));

        await Way().ThereAndBackAsync("amira");

        await before.OpenAsync("/staff");
        Assert.StartsWith("/staff/sign-in", before.Address, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
        await directory.KnowAsync(("amira", Person("Amira Khan", Caseworkers)));
        Assert.Equal("/staff", (await Way().ThereAndBackAsync("amira")).Address);
        Assert.Single(await PeopleAsync());
    }

    [Fact]
    public async Task Leaves_nobody_responsible_who_has_no_role_any_more()
    {
        var full = await _console.CaseAsync();
        await (await (await Way().ThereAndBackAsync("amira")).OpenAsync($"/staff/cases/{full.Id:N}")).PressAsync("Take this case");
        var amira = (await PeopleAsync())[0].Actor;
        await _console.Commands.RecordFirstContactAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), new FirstContact(ContactWay.Call, null, "x", "x"), default);
        await directory.KnowAsync(("amira", Person("Amira Khan")));

        await Way().ThereAndBackAsync("amira");
        await _console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);

        var back = await _console.FindAsync(full.Id);
        Assert.Null(back.Standing.Holder);
        Assert.Equal(MoveCause.Absence, back.History.OfType<CaseReturned>().Single().Cause);
        Assert.Equal(AuditAction.CaseReturned, (await _console.TraceAsync(full.Id))[0]);
        await Way().ThereAndBackAsync("amira");
        Assert.Single(await _console.Services.GetRequiredService<IAbsences>().ListAsync(default));
        await directory.KnowAsync(("amira", Person("Amira Khan", Caseworkers)));
        await Way().ThereAndBackAsync("amira");
        Assert.False((await PeopleAsync())[0].IsAway);
    }

    [Fact]
    public async Task Leaves_nobody_responsible_whose_role_is_another_now_and_not_for_the_case()
    {
        var (theirs, urgent) = (await _console.CaseAsync(), await _console.CaseAsync(Given.Report(queue: Queue.Urgent)));
        await Way().ThereAndBackAsync("amira");
        var amira = (await PeopleAsync())[0].Actor;
        foreach (var full in new[] { theirs, urgent })
        {
            await _console.Commands.ClaimAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), default);
            await _console.Services.GetRequiredService<TalkCommands>().JoinAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira), full.First.Id, default);
        }

        await directory.KnowAsync(("amira", Person("Amira Khan", Safeguarders)));

        await Way().ThereAndBackAsync("amira");

        var (back, kept) = (await _console.FindAsync(theirs.Id), await _console.FindAsync(urgent.Id));
        Assert.Null(back.Standing.Holder);
        Assert.Equal((amira.Who, MoveCause.Role), back.History.OfType<CaseReturned>().Select(one => (one.From, one.Cause)).Single());
        Assert.Equal(amira.Who, kept.Standing.Holder);
        // Who had to sign in again is in no conversation.
        Assert.Empty(back.Talk.Holding);
        Assert.Empty(kept.Talk.Holding);
    }

    [Fact]
    public async Task What_was_not_given_back_when_the_role_changed_is_at_the_next_sign_in()
    {
        var full = await _console.CaseAsync();
        await directory.KnowAsync(("amira", Person("Amira Khan", Safeguarders)));
        await Way().ThereAndBackAsync("amira");
        var amira = (await PeopleAsync())[0].Actor;
        await _console.Commands.ClaimAsync(new CaseCommand(Guid.NewGuid(), full.Id, amira with { Role = StaffRole.Caseworker }), default);

        await Way().ThereAndBackAsync("amira");

        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task Speaks_on_the_account_page_of_nothing_that_is_the_providers()
    {
        var browser = await (await Way().ThereAndBackAsync("amira")).OpenAsync("/staff/account");

        foreach (var word in new[] { "ecovery", "assword", "phone", "digits", "authenticator" })
            Assert.DoesNotContain(word, browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You sign in with Microsoft.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Sign out everywhere", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_whose_account_was_ended_here()
    {
        var before = await Way().ThereAndBackAsync("amira");
        await using var scope = _console.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<StaffAccounts>().EndAsync((await PeopleAsync())[0].Actor.Who.Id, Guid.NewGuid(), default));

        var after = await Way().ThereAndBackAsync("amira");

        Assert.Equal("/staff/sign-in/refused?why=Ended", after.Address);
        await before.OpenAsync("/staff");
        Assert.StartsWith("/staff/sign-in", before.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own", """{"nonce":"another"}""")]
    [InlineData("own", """{"nonce":null}""")]
    [InlineData("own", """{"aud":"another-application"}""")]
    [InlineData("own", """{"iss":"https://login.example/"}""")]
    [InlineData("own", """{"exp":1000000000}""")]
    [InlineData("own", """{"exp":null}""")]
    [InlineData("own", """{"nbf":4000000000}""")]
    [InlineData("own", """{"sub":null}""")]
    [InlineData("other", "{}")]
    [InlineData("none", "{}")]
    [InlineData("unsigned", """{"groups":["5c1f7c3e-0000-4000-8000-0000000000c2"]}""")]
    public async Task Believes_no_token_that_is_not_for_it_now_from_there(string key, string claims)
    {
        await directory.Provider.ForgeAsync(key, System.Text.Json.JsonDocument.Parse(claims).RootElement);

        var browser = await Way().ThereAndBackAsync("amira");

        Assert.Equal("/staff/sign-in/refused?why=Untrusted", browser.Address);
        Assert.DoesNotContain("staff", browser.Cookies.Keys);
        Assert.Empty(await PeopleAsync());
        Assert.Equal((AuditAction.SignInRefused, "Untrusted"), await LastAsync());
    }

    [Fact]
    public async Task Believes_a_changed_token_that_is_signed_by_it()
    {
        // That the forger itself is not what is refused above.
        await directory.Provider.ForgeAsync("own", new { groups = new[] { Managers } });

        var browser = await (await Way().ThereAndBackAsync("amira")).OpenAsync("/staff/people");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Takes_an_answer_once()
    {
        var way = Way();
        var copy = way.Console.Copy();
        var back = await way.SignInAsync("amira");
        var cookies = way.Console.Copy();
        await way.ReturnAsync(back);

        await cookies.OpenAsync(back.PathAndQuery);
        await copy.OpenAsync(back.PathAndQuery);

        Assert.Equal("/staff", way.Console.Address);
        Assert.Equal("/staff/sign-in/refused?why=Untrusted", cookies.Address);
        Assert.Equal("/staff/sign-in/refused?why=Untrusted", copy.Address);
    }

    [Fact]
    public async Task Takes_no_answer_that_another_browser_asked_for()
    {
        var back = await Way().SignInAsync("amira");
        var victim = Way();
        await victim.SignInAsync("amira");

        await victim.ReturnAsync(back);

        Assert.Equal("/staff/sign-in/refused?why=Untrusted", victim.Console.Address);
        Assert.DoesNotContain("staff", victim.Console.Cookies.Keys);
    }

    [Theory]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=y")]
    [InlineData("?error=server_error&error_description=Amira")]
    [InlineData("")]
    public async Task Takes_no_answer_that_nobody_asked_for(string query)
    {
        var browser = await _console.Browser().OpenAsync("/staff/sign-in/openid" + query);

        Assert.Equal("/staff/sign-in/refused?why=Untrusted", browser.Address);
        Assert.DoesNotContain("Amira", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_an_answer_within_a_quarter_of_an_hour()
    {
        var way = Way();
        var back = await way.SignInAsync("amira");
        _console.Clock.Now = _console.Clock.Now.AddMinutes(16);

        await way.ReturnAsync(back);

        Assert.Equal("/staff/sign-in/refused?why=Untrusted", way.Console.Address);
    }

    [Fact]
    public async Task Learns_a_new_key_of_the_provider()
    {
        await Way().ThereAndBackAsync("amira");
        await directory.Provider.ChangeKeyAsync();

        var browser = await Way().ThereAndBackAsync("amira");

        Assert.Equal("/staff", browser.Address);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Never_leads_to_another_site(string to)
    {
        var browser = await Way().ThereAndBackAsync("amira", to);
        Assert.Equal("/staff", browser.Address);

        await browser.OpenAsync("/staff/sign-in/returned?to=" + Uri.EscapeDataString(to));
        Assert.DoesNotContain("evil", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it_here_and_offers_to_end_it_there()
    {
        var way = Way();
        var browser = await way.ThereAndBackAsync("amira");
        var other = browser.Copy();

        await browser.PressAsync("Sign out");

        Assert.Contains("You were signed out", browser.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("staff", browser.Cookies.Keys);
        var leave = browser.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "Sign out of Microsoft too").GetAttribute("href")!;
        var there = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, leave));
        Assert.StartsWith($"{directory.Provider.Issuer}session/end?", there.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Fstaff%2Fsign-out%2Fopenid", there.Headers.Location!.Query, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("client_id=reportbot-tests", there.Headers.Location!.Query, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(there.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task While_the_provider_is_down_local_accounts_go_on()
    {
        var local = await _console.SignInAsync("Grace Adeyemi");
        await directory.Provider.FallSilentAsync("/.well-known/openid-configuration");

        var browser = await _console.Browser().OpenAsync("/staff/sign-in/elsewhere");

        Assert.Equal("/staff/sign-in/refused?why=Down", browser.Address);
        Assert.Contains("Microsoft does not answer at the moment", browser.Said, StringComparison.Ordinal);
        await browser.OpenAsync("/staff/sign-in");
        await browser.PressAsync("Go on", ("name", "Grace Adeyemi"), ("password", ConsoleUnderTest.Password));
        await browser.PressAsync("Sign in", ("code", _console.Code(local.Secret)));
        Assert.Equal("/staff", browser.Address);
    }

    [Fact]
    public async Task Says_so_when_the_provider_goes_down_on_the_way()
    {
        var way = Way();
        var back = await way.SignInAsync("amira");
        await directory.Provider.FallSilentAsync("/token");

        await way.ReturnAsync(back);

        Assert.Equal("/staff/sign-in/refused?why=Down", way.Console.Address);
    }

    [Fact]
    public async Task Needs_no_secret()
    {
        await using var provider = await OpenIdProvider.RunningProvider.StartAsync("http://localhost", secret: null);
        using var console = Console(provider.Issuer, secret: null);
        await console.InitializeAsync();
        await provider.TimeIsAsync(console.Clock.Now);
        await provider.KnowAsync(new Dictionary<string, object> { ["amira"] = Person("Amira Khan", Caseworkers) });

        var browser = await new WayThere(console.Browser(), provider).ThereAndBackAsync("amira");

        Assert.Equal("/staff", browser.Address);
        await console.DisposeAsync();
    }

    private WayThere Way() => new(_console.Browser(), directory.Provider);

    private async Task<IReadOnlyList<Colleague>> PeopleAsync() => await _console.Services.GetRequiredService<IStaffDirectory>().ListAsync(default);

    private async Task<IReadOnlyList<AuditAction>> TraceAsync() => await _console.TraceAsync((await PeopleAsync())[0].Actor.Who.Id);

    private async Task<(AuditAction, string?)> LastAsync()
    {
        var line = (await _console.Services.GetRequiredService<IAuditLog>().ListAsync(Guid.Empty, null, null, null, 1, default))[0];
        return (line.Entry.Action, line.Entry.Detail);
    }
}
