using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReportBot.EndToEnd.Running;
using ReportBot.OpenIdProvider;

namespace ReportBot.EndToEnd;

/// <summary>
/// A real browser between the console and a provider on another site: whether cookies come along the way back is the browser's to say.
/// </summary>
public sealed class SigningInElsewhere : IAsyncLifetime, IDisposable
{
    private const string Group = "5c1f7c3e-0000-4000-8000-0000000000c1";

    private RunningProvider? _provider;
    private House? _house;
    private string _console = "";

    public async Task InitializeAsync()
    {
        var service = new RunningService();
        // To a browser, localhost and 127.0.0.1 are two sites.
        _console = service.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _provider = await RunningProvider.StartAsync(_console, "a secret of tests");
        await _provider.KnowAsync(new Dictionary<string, object>
        {
            ["amira"] = new { name = "Amira Khan", groups = new[] { Group } }, ["ben"] = new { name = "Ben Okafor", groups = Array.Empty<string>() },
        });
        service.Set("OpenId__Authority", _provider.Issuer.ToString());
        service.Set("OpenId__ClientId", RunningProvider.ClientId);
        service.Set("OpenId__ClientSecret", "a secret of tests");
        service.Set($"OpenId__Roles__{Group}", "caseworker");
        _house = new House { Service = service };
        await _house.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _house!.DisposeAsync();
        await _provider!.DisposeAsync();
    }

    public void Dispose() => _house?.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leads_there_and_back_and_out_with_and_without_script(bool script)
    {
        await using var visit = await _house!.VisitAsync(options => (options.BaseURL, options.JavaScriptEnabled) = (_console, script));
        (visit.Elsewhere, visit.Leaves) = (_provider!.Issuer, true);
        var page = visit.Page;
        await page.GotoAsync("/staff/account");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" }).ClickAsync();
        await page.GetByLabel("Login").FillAsync("amira");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{_console}/staff/account");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Amira Khan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You were signed out");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out of Microsoft too" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{_console}/staff/sign-in?ended=true");
    }

    [Fact]
    public async Task Says_to_everybody_why_it_does_not_let_them_in()
    {
        await using var visit = await _house!.VisitAsync(options => options.BaseURL = _console);
        (visit.Elsewhere, visit.Leaves) = (_provider!.Issuer, true);
        var page = visit.Page;
        await page.GotoAsync("/staff/sign-in");
        Assert.Empty((await page.RunAxe()).Violations);

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" }).ClickAsync();
        await page.GetByLabel("Login").FillAsync("ben");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("none of your groups there has a role here");
        Assert.Empty((await page.RunAxe()).Violations);
    }
}
