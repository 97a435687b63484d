using Microsoft.Playwright;
using ReportBot.EndToEnd.Pages;

namespace ReportBot.EndToEnd.Running;

/// <summary>One running service and one browser, shared by the tests of a collection. Each test opens its own context in the browser.</summary>
public sealed class House : IAsyncLifetime, IDisposable
{
    /// <summary>The collection whose tests share it.</summary>
    public const string Shared = "house";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _settingUp = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _signedIn;

    /// <summary>The service.</summary>
    public RunningService Service { get; init; } = new();

    /// <summary>Starts both.</summary>
    public async Task InitializeAsync()
    {
        await Service.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("REPORTBOT_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = Flags,
        });
    }

    /// <summary>A visit by somebody new, as a browser with nothing in it.</summary>
    public async Task<Visit> VisitAsync(Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Service.Address, Locale = "en-GB", TimezoneId = "Europe/London" };
        adjust?.Invoke(options);
        return await Visit.BeginAsync(await _browser!.NewContextAsync(options), Service);
    }

    /// <summary>A visit by the administrator, signed in with both steps. The first one sets the account up by the link on the console.</summary>
    public async Task<Visit> AdministratorAsync(Action<BrowserNewContextOptions>? adjust = null)
    {
        await _settingUp.WaitAsync();
        try
        {
            if (_signedIn is null)
            {
                await using var first = await VisitAsync();
                await new StaffDesk(first.Page).SetUpAsync(await Service.SetUpLinkAsync());
                _signedIn = await first.Page.Context.StorageStateAsync();
            }
        }
        finally
        {
            _settingUp.Release();
        }

        return await VisitAsync(options =>
        {
            options.StorageState = _signedIn;
            adjust?.Invoke(options);
        });
    }

    /// <summary>A visit by somebody the administrator has made a set-up link for, signed in with both steps.</summary>
    public async Task<Visit> ColleagueAsync(string name, string role, Action<BrowserNewContextOptions>? adjust = null)
    {
        await using var administrator = await AdministratorAsync();
        var link = await new StaffDesk(administrator.Page).InviteAsync(name, role);
        var colleague = await VisitAsync(adjust);
        await new StaffDesk(colleague.Page).SetUpAsync(link);
        return colleague;
    }

    /// <summary>Ends both.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        await Service.DisposeAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _playwright?.Dispose();
        _settingUp.Dispose();
    }
}

/// <summary>The tests that share a <see cref="House"/>.</summary>
[CollectionDefinition(House.Shared)]
public sealed class HouseCollection : ICollectionFixture<House>;
