using Microsoft.AspNetCore.Identity;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Site;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>The whole service with staff in it. Hashing a password takes one round here, or signing in would be most of the tests.</summary>
public sealed class ConsoleUnderTest : IAsyncLifetime, IDisposable
{
    public const string Password = "crab lantern violin";

    private readonly ServiceUnderTest _service;

    public ConsoleUnderTest() => _service = new ServiceUnderTest
    {
        Adjust = builder =>
        {
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            Adjust?.Invoke(builder);
        },
    };

    /// <summary>Last changes before it is built.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }

    public ManualClock Clock => _service.Clock;

    public IServiceProvider Services => _service.Services;

    public CaseCommands Commands => Services.GetRequiredService<CaseCommands>();

    public ICaseStore Store => Services.GetRequiredService<ICaseStore>();

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => _service.DisposeAsync();

    public void Dispose() => _service.Dispose();

    public HttpClient Client() => _service.Client();

    public StaffBrowser Browser() => new(_service.Client());

    /// <summary>A set-up link's address for somebody.</summary>
    public async Task<string> InviteAsync(string name, StaffRole role)
    {
        await using var scope = Services.CreateAsyncScope();
        return $"/staff/set-up/{(await scope.ServiceProvider.GetRequiredService<StaffAccounts>().InviteAsync(name, role, null, default)).Token}";
    }

    /// <summary>A browser in which somebody is signed in, set up from the link on.</summary>
    public async Task<SignedIn> SignInAsync(string name, StaffRole role = StaffRole.Caseworker)
    {
        var browser = await Browser().OpenAsync(await InviteAsync(name, role));
        await browser.PressAsync("Go on to your phone", ("password", Password), ("again", Password));
        var secret = browser.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.PressAsync("Finish", ("code", Code(secret)));
        var codes = browser.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        await browser.OpenAsync("/staff");
        return new SignedIn(browser, secret, codes);
    }

    /// <summary>The code a phone shows now. Each is taken once, so the clock moves on for the next.</summary>
    public string Code(string secret)
    {
        var code = Totp.Code(secret, Totp.StepOf(Clock.Now));
        Clock.Now = Clock.Now.AddSeconds(30);
        return code;
    }

    /// <summary>A case made of a report.</summary>
    public async Task<Case> CaseAsync(Report? report = null) => await Commands.CreateAsync(report ?? Given.Report(), default);

    public async Task<Case> FindAsync(Guid id) => (await Store.FindAsync(id, default))!;

    public async Task<IReadOnlyList<AuditAction>> TraceAsync(Guid subject) =>
        [.. (await Services.GetRequiredService<IAuditLog>().ReadAsync(subject, 100, default)).Select(line => line.Action)];
}

/// <summary>Somebody signed in.</summary>
public sealed record SignedIn(StaffBrowser Browser, string Secret, IReadOnlyList<string> RecoveryCodes);
