using System.Net;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Tests.Staff;

public sealed class SigningIn : IAsyncLifetime, IDisposable
{
    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_set_up_link_leads_by_password_and_phone_to_the_queue()
    {
        var browser = await _console.Browser().OpenAsync(await _console.InviteAsync("Amira Khan", StaffRole.Caseworker));
        Assert.Contains("You are Amira Khan", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Go on", ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password));
        Assert.Equal("/staff/second-step", browser.Address);
        var secret = browser.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(secret, browser.Page.QuerySelector("ol a")!.GetAttribute("href"), StringComparison.Ordinal);
        await browser.PressAsync("Finish", ("code", _console.Code(secret)));

        Assert.Equal(8, browser.Page.QuerySelectorAll(".codes li").Length);
        await browser.OpenAsync("/staff");
        Assert.Equal((HttpStatusCode.OK, "/staff"), (browser.Status, browser.Address));
    }

    [Fact]
    public async Task The_first_administrator_chooses_a_name()
    {
        await using var scope = _console.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().InviteFirstAsync(default);
        var browser = await _console.Browser().OpenAsync($"/staff/set-up/{token}");

        await browser.PressAsync("Go on", ("name", " Ada   Mensah "), ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password));
        var secret = browser.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.PressAsync("Finish", ("code", _console.Code(secret)));
        await browser.OpenAsync("/staff/account");

        Assert.Contains("Ada Mensah", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Administrator", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_link_works_once()
    {
        var link = await _console.InviteAsync("Amira Khan", StaffRole.Caseworker);
        var first = await _console.Browser().OpenAsync(link);
        var second = await _console.Browser().OpenAsync(link);

        await first.PressAsync("Go on", ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password));
        await second.PressAsync("Go on", ("password", "another long password"), ("again", "another long password"));

        Assert.Equal("/staff/second-step", first.Address);
        Assert.Contains("This link does not work any more", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_link_ends_after_a_day_and_when_a_newer_one_is_made()
    {
        var older = await _console.InviteAsync("Amira Khan", StaffRole.Caseworker);
        var newer = await _console.InviteAsync("Amira Khan", StaffRole.Caseworker);
        var afterNewer = await _console.Browser().OpenAsync(older);
        var inTime = await _console.Browser().OpenAsync(newer);
        _console.Clock.Now = _console.Clock.Now.AddHours(24);
        var late = await _console.Browser().OpenAsync(newer);

        Assert.Contains("does not work any more", afterNewer.Text, StringComparison.Ordinal);
        Assert.Contains("Set up your sign-in", inTime.Text, StringComparison.Ordinal);
        Assert.Contains("does not work any more", late.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../etc/passwd")]
    public async Task An_invented_link_does_nothing(string token)
    {
        var browser = await _console.Browser().OpenAsync($"/staff/set-up/{Uri.EscapeDataString(token)}");

        Assert.True(browser.Status is HttpStatusCode.NotFound || browser.Text.Contains("does not work any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_link_ends_the_old_password_phone_and_sessions()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var again = await _console.Browser().OpenAsync(await _console.InviteAsync("amira khan", StaffRole.Caseworker));

        await again.PressAsync("Go on", ("password", "a wholly different phrase"), ("again", "a wholly different phrase"));
        await amira.Browser.OpenAsync("/staff");
        var old = await SignIn("Amira Khan", ConsoleUnderTest.Password);

        Assert.Equal("/staff/second-step", again.Address);
        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
        Assert.Contains("do not go together", old.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_password_alone_no_case_opens()
    {
        var full = await _console.CaseAsync();
        var browser = await _console.Browser().OpenAsync(await _console.InviteAsync("Amira Khan", StaffRole.Caseworker));
        await browser.PressAsync("Go on", ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password));

        foreach (var address in new[] { "/staff", $"/staff/cases/{full.Id:N}", "/staff/account" })
        {
            await browser.OpenAsync(address);
            Assert.Equal("/staff/second-step", browser.Address);
        }
    }

    [Fact]
    public async Task Signing_in_takes_password_and_code_and_leads_back()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var full = await _console.CaseAsync();
        var browser = await _console.Browser().OpenAsync($"/staff/cases/{full.Id:N}");
        Assert.StartsWith("/staff/sign-in?to=", browser.Address, StringComparison.Ordinal);

        await browser.PressAsync("Go on", ("name", "AMIRA  khan"), ("password", ConsoleUnderTest.Password));
        await browser.PressAsync("Sign in", ("code", _console.Code(amira.Secret)));

        Assert.Equal($"/staff/cases/{full.Id:N}", browser.Address);
    }

    [Fact]
    public async Task It_never_leads_to_another_site()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var browser = await _console.Browser().OpenAsync("/staff/sign-in?to=https://evil.example/");

        await browser.PressAsync("Go on", ("name", "Amira Khan"), ("password", ConsoleUnderTest.Password));
        await browser.PressAsync("Sign in", ("code", _console.Code(amira.Secret)));

        Assert.Equal("/staff", browser.Address);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var code = _console.Code(amira.Secret);
        var first = await SignIn("Amira Khan", ConsoleUnderTest.Password);
        var second = await SignIn("Amira Khan", ConsoleUnderTest.Password);

        await first.PressAsync("Sign in", ("code", code));
        await second.PressAsync("Sign in", ("code", code));

        Assert.Equal("/staff", first.Address);
        Assert.Contains("was used before", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_is_taken_once()
    {
        var amira = await _console.SignInAsync("Amira Khan");

        var first = await (await SignIn("Amira Khan", ConsoleUnderTest.Password)).OpenAsync("/staff/sign-in/code?recovery=true");
        await first.PressAsync("Sign in", ("code", amira.RecoveryCodes[0].Replace("-", " ", StringComparison.Ordinal)));
        var second = await (await SignIn("Amira Khan", ConsoleUnderTest.Password)).OpenAsync("/staff/sign-in/code?recovery=true");
        await second.PressAsync("Sign in", ("code", amira.RecoveryCodes[0]));

        Assert.Equal("/staff", first.Address);
        Assert.Contains("not one of your unused recovery codes", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_say_no_more_than_one()
    {
        await _console.SignInAsync("Amira Khan");
        var said = new HashSet<string>();
        for (var i = 0; i < 5; i++)
            said.Add((await SignIn("Amira Khan", "wrong wrong wrong")).Said);

        var right = await SignIn("Amira Khan", ConsoleUnderTest.Password);
        said.Add(right.Said);
        said.Add((await SignIn("Nobody Atall", ConsoleUnderTest.Password)).Said);
        said.Add((await SignIn("<>", "")).Said);

        Assert.Single(said);
        Assert.Equal("/staff/sign-in", right.Address);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_too()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var browser = await SignIn("Amira Khan", ConsoleUnderTest.Password);
        for (var i = 0; i < 5; i++)
            await browser.PressAsync("Sign in", ("code", "000000"));

        await browser.PressAsync("Sign in", ("code", _console.Code(amira.Secret)));

        Assert.Contains("locked for 15 minutes", browser.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browser()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var other = amira.Browser.Copy();
        await amira.Browser.OpenAsync("/staff/account");

        await amira.Browser.PressAsync("Sign out everywhere");
        await other.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", other.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_this_browser()
    {
        var amira = await _console.SignInAsync("Amira Khan");

        await amira.Browser.PressAsync("Sign out");
        Assert.Contains("You were signed out", amira.Browser.Said, StringComparison.Ordinal);
        await amira.Browser.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_a_page()
    {
        var amira = await _console.SignInAsync("Amira Khan");

        _console.Clock.Now = _console.Clock.Now.AddMinutes(29);
        await amira.Browser.OpenAsync("/staff");
        var stillOpen = amira.Browser.Address;
        _console.Clock.Now = _console.Clock.Now.AddMinutes(31);
        await amira.Browser.OpenAsync("/staff");

        Assert.Equal("/staff", stillOpen);
        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var hours = 0.0;
        for (; hours < 24 && amira.Browser.Address == "/staff"; hours += 1.0 / 3)
        {
            _console.Clock.Now = _console.Clock.Now.AddMinutes(20);
            await amira.Browser.OpenAsync("/staff");
        }

        Assert.InRange(hours, 11.9, 12.4);
    }

    [Fact]
    public async Task A_changed_role_ends_open_sessions()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        await _console.InviteAsync("Amira Khan", StaffRole.Manager);

        await amira.Browser.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", amira.Browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_cookies_are_for_this_site_and_no_script()
    {
        var browser = await _console.Browser().OpenAsync(await _console.InviteAsync("Amira Khan", StaffRole.Caseworker));

        var answer = await browser.SendAsync(browser.Post("Go on", ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password)));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_no_other_host_can_set_them()
    {
        var link = await _console.InviteAsync("Amira Khan", StaffRole.Caseworker);
        var browser = await _console.Browser().OpenAsync($"https://localhost{link}");
        var post = browser.Post("Go on", ("password", ConsoleUnderTest.Password), ("again", ConsoleUnderTest.Password));
        post.RequestUri = new Uri($"https://localhost{link}");

        var answer = await browser.SendAsync(post);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-staff=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_sign_in_is_on_the_audit_record()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        await SignIn("Amira Khan", "wrong wrong wrong");
        await (await SignIn("Amira Khan", ConsoleUnderTest.Password)).PressAsync("Sign in", ("code", _console.Code(amira.Secret)));
        await using var scope = _console.Services.CreateAsyncScope();
        var member = await scope.ServiceProvider.GetRequiredService<StaffStore>().FindByNameAsync("AMIRA KHAN", default);

        var trace = await _console.TraceAsync(member!.Id);

        Assert.Equal(
            [AuditAction.SignedIn, AuditAction.SignInRefused, AuditAction.SecondStepSetUp, AuditAction.StaffSetUp, AuditAction.StaffInvited], trace);
    }

    [Fact]
    public async Task Too_many_tries_from_one_place_wait()
    {
        var browser = await _console.Browser().OpenAsync("/staff/sign-in");
        for (var i = 0; i < 31 && browser.Status is HttpStatusCode.OK; i++)
        {
            await browser.PressAsync("Go on", ("name", $"Nobody {i}"), ("password", "x"));
            if (browser.Status is HttpStatusCode.OK)
                await browser.OpenAsync("/staff/sign-in");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("Please wait a minute", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_link_is_on_the_console_and_not_in_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("reportbot-first-").FullName;
        var (console, log) = (new StringWriter(), new RecordingLogs());
        await using (var app = Service.Build(
            new ServiceArguments { Data = folder, Urls = "http://127.0.0.1:0" },
            new Terminal(TextReader.Null, console, TextWriter.Null, folder),
            builder => builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log)))
        {
            await app.StartAsync();
            var link = console.ToString().Split('\n').Single(line => line.Contains("/staff/set-up/", StringComparison.Ordinal)).Trim();
            using var client = new HttpClient();
            Assert.Contains("Your name", await client.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
            await app.StopAsync();
            Assert.DoesNotContain(link[^20..], log.Everything, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_first_link_that_cannot_be_shown_keeps_no_resident_from_the_service()
    {
        var folder = Directory.CreateTempSubdirectory("reportbot-first-").FullName;
        var log = new RecordingLogs();
        await using (var app = Service.Build(
            new ServiceArguments { Data = folder, Urls = "http://127.0.0.1:0" },
            new Terminal(TextReader.Null, new ClosedConsole(), TextWriter.Null, folder),
            builder => builder.Logging.ClearProviders().AddProvider(log)))
        {
            await app.StartAsync();

            using var client = new HttpClient();
            Assert.Contains("tel:999", await client.GetStringAsync(new Uri(app.Urls.Single() + "/chat")), StringComparison.Ordinal);
            Assert.Contains("a set-up link could not be made: IOException", log.Everything, StringComparison.Ordinal);
            await app.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A console whose reader has gone.</summary>
    private sealed class ClosedConsole : StringWriter
    {
        public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => throw new IOException("Broken pipe.");
    }

    private async Task<StaffBrowser> SignIn(string name, string password)
    {
        var browser = await _console.Browser().OpenAsync("/staff/sign-in");
        return await browser.PressAsync("Go on", ("name", name), ("password", password));
    }
}
