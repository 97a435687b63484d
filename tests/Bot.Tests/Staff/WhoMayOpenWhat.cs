using System.Net;
using Microsoft.AspNetCore.Authorization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.Cases;

namespace ReportBot.Bot.Tests.Staff;

public sealed class WhoMayOpenWhat : IAsyncLifetime, IDisposable
{
    private static readonly string[] OpenToAll = ["staff/sign-in", "staff/sign-in/code", "staff/sign-in/elsewhere", "staff/sign-in/returned", "staff/sign-in/refused", "staff/sign-out/elsewhere", "staff/set-up/{token}", "staff/second-step", "staff/sw.js"];

    private readonly ConsoleUnderTest _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Every_address_of_the_console_needs_both_steps_but_those_that_lead_there()
    {
        var pages = _console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("staff", StringComparison.Ordinal)).ToList();

        var open = pages.Where(page => page.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(page => page.RoutePattern.RawText!.TrimStart('/'));
        var guarded = pages.Where(page => page.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();

        Assert.Equal(OpenToAll.Order(), open.Distinct().Order());
        Assert.NotEmpty(guarded);
        Assert.All(guarded, page => Assert.Equal("staff", page.Metadata.GetMetadata<IAuthorizeData>()?.Policy));
    }

    [Fact]
    public async Task Nobody_without_signing_in_sees_or_does_anything()
    {
        var full = await _console.CaseAsync();
        string[] addresses = ["/staff", "/staff/account", "/staff/sign-out", $"/staff/cases/{full.Id:N}", $"/staff/cases/{full.Id:N}/files/x"];

        foreach (var address in addresses)
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var answer = await _console.Browser().SendAsync(new HttpRequestMessage(method, address));
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                Assert.StartsWith("/staff/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            }

        Assert.Equal([AuditAction.ReportReceived], await _console.TraceAsync(full.Id));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        var post = new HttpRequestMessage(HttpMethod.Post, $"/staff/cases/{full.Id:N}?handler=Claim")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("command", Guid.NewGuid().ToString())]),
        };

        var answer = await amira.Browser.SendAsync(post);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_form_sent_from_another_site_changes_nothing(string header, string value)
    {
        var full = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.OpenAsync($"/staff/cases/{full.Id:N}");
        var post = amira.Browser.Post("Take this case");
        post.Headers.Add(header, value);

        var answer = await amira.Browser.SendAsync(post);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await _console.FindAsync(full.Id)).Standing.Holder);
    }

    [Fact]
    public async Task A_forged_cookie_is_nobodys()
    {
        var amira = await _console.SignInAsync("Amira Khan");
        var cookie = amira.Browser.Cookies["staff"];
        var request = new HttpRequestMessage(HttpMethod.Get, "/staff");
        request.Headers.Add("Cookie", $"staff={cookie[..^8]}AAAAAAAA");

        var answer = await _console.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Every_command_on_a_walled_case_finds_nothing()
    {
        var full = await _console.CaseAsync(Given.Report(queue: Knowledge.Reporting.Queue.StaffConduct));
        var usual = await _console.CaseAsync();
        var amira = await _console.SignInAsync("Amira Khan");
        await amira.Browser.OpenAsync($"/staff/cases/{usual.Id:N}");

        foreach (var handler in new[] { "Claim", "Release", "Contact", "Attempt", "Note", "Words" })
        {
            var post = amira.Browser.Post("Write the note", ("Form.Words", "x"), ("Form.Outcome", "x"));
            post.RequestUri = new Uri($"/staff/cases/{full.Id:N}?handler={handler}", UriKind.Relative);
            Assert.Equal(HttpStatusCode.NotFound, (await amira.Browser.SendAsync(post)).StatusCode);
        }

        Assert.Single((await _console.FindAsync(full.Id)).History);
        Assert.Equal([AuditAction.ReportReceived], await _console.TraceAsync(full.Id));
    }
}
