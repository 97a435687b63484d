using System.Net;
using ReportBot.OpenIdProvider;

namespace ReportBot.Bot.Tests.Staff.OpenId;

/// <summary>The provider of an association, and a console that uses it. One process serves all tests of a class, one after the other.</summary>
public sealed class AssociationDirectory : IAsyncLifetime
{
    public const string Secret = "a secret of tests";
    public const string Caseworkers = "5c1f7c3e-0000-4000-8000-0000000000c1";
    public const string Managers = "5c1f7c3e-0000-4000-8000-0000000000c2";
    public const string Safeguarders = "5c1f7c3e-0000-4000-8000-0000000000c3";
    public static readonly Guid Tenant = new("5c1f7c3e-0000-4000-8000-0000000000aa");

    private RunningProvider? _provider;

    public RunningProvider Provider => _provider!;

    public async Task InitializeAsync() => _provider = await RunningProvider.StartAsync("http://localhost", Secret);

    public async Task DisposeAsync() => await Provider.DisposeAsync();

    /// <summary>Makes the provider as it was, with these people, at the console's time.</summary>
    public async Task BeginAsync(ConsoleUnderTest console, params (string Login, object Claims)[] people)
    {
        await Provider.BeHonestAsync();
        await Provider.TimeIsAsync(console.Clock.Now);
        await KnowAsync(people);
    }

    public Task KnowAsync(params (string Login, object Claims)[] people) => Provider.KnowAsync(people.ToDictionary(one => one.Login, one => one.Claims));

    /// <summary>A console that lets people in from a provider.</summary>
    public static ConsoleUnderTest Console(Uri? authority, string? secret = Secret) => new()
    {
        Adjust = builder =>
        {
            builder.Configuration["OpenId:Tenant"] = Tenant.ToString();
            builder.Configuration["OpenId:Authority"] = authority?.ToString();
            builder.Configuration["OpenId:ClientId"] = RunningProvider.ClientId;
            builder.Configuration["OpenId:ClientSecret"] = secret;
            builder.Configuration["OpenId:AskWhom"] = "Ada in IT";
            builder.Configuration[$"OpenId:Roles:{Caseworkers}"] = "caseworker";
            builder.Configuration[$"OpenId:Roles:{Managers}"] = "manager";
            builder.Configuration[$"OpenId:Roles:{Safeguarders}"] = "safeguarding";
            builder.Configuration["OpenId:Roles:Auditors"] = "auditor";
        },
    };

    /// <summary>Somebody of the association, as a token tells of them.</summary>
    public static object Person(string name, params string[] groups) => new { oid = Oid(name), tid = Tenant, name, groups };

    private static Guid Oid(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}

/// <summary>Somebody's browser on its way to the provider and back.</summary>
public sealed class WayThere(StaffBrowser console, RunningProvider provider)
{
    private readonly StaffBrowser _there = new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = provider.Issuer });

    /// <summary>The browser at the console.</summary>
    public StaffBrowser Console => console;

    /// <summary>Goes there, gives a login, and answers where the provider sends the browser back to.</summary>
    public async Task<Uri> SignInAsync(string login, string to = "")
    {
        var asked = await console.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/staff/sign-in/elsewhere?to={Uri.EscapeDataString(to)}"));
        var (answer, back) = await FollowAsync(await GoAsync(HttpMethod.Get, asked.Headers.Location!, null));
        if (back is not null)
            return back; // Still signed in there.
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var form = new FormUrlEncodedContent([KeyValuePair.Create("login", login)]);
        return (await FollowAsync(await GoAsync(HttpMethod.Post, answer.RequestMessage!.RequestUri!, form))).Back!;
    }

    /// <summary>Goes there and comes back.</summary>
    public async Task<StaffBrowser> ThereAndBackAsync(string login, string to = "")
    {
        await ReturnAsync(await SignInAsync(login, to));
        return console;
    }

    /// <summary>Comes back, and goes on as the page does by itself.</summary>
    public async Task ReturnAsync(Uri back)
    {
        await console.OpenAsync(back.PathAndQuery);
        if (console.Page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content") is { } refresh)
            await console.OpenAsync(refresh[(refresh.IndexOf("url=", StringComparison.Ordinal) + 4)..]);
    }

    private Task<HttpResponseMessage> GoAsync(HttpMethod method, Uri address, HttpContent? content) =>
        _there.SendAsync(new HttpRequestMessage(method, address) { Content = content });

    private async Task<(HttpResponseMessage Answer, Uri? Back)> FollowAsync(HttpResponseMessage answer)
    {
        while (answer.Headers.Location is { } location)
        {
            var next = new Uri(provider.Issuer, location);
            if (next.Authority != provider.Issuer.Authority)
                return (answer, next);
            answer = await GoAsync(HttpMethod.Get, next, null);
        }

        return (answer, null);
    }
}
