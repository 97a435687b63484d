using System.Diagnostics;
using System.Net.Http.Json;

namespace ReportBot.OpenIdProvider;

/// <summary>A real OpenID provider on this machine, in a process of its own that ends with this one.</summary>
public sealed class RunningProvider : IAsyncDisposable
{
    /// <summary>The application's id at it.</summary>
    public const string ClientId = "reportbot-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _control;

    private RunningProvider(Process process, Uri issuer) => (_process, Issuer, _control) = (process, issuer, new HttpClient { BaseAddress = issuer });

    /// <summary>Its address, which is what it calls itself.</summary>
    public Uri Issuer { get; }

    /// <summary>Starts one that knows one application, at <paramref name="application"/>.</summary>
    /// <param name="application">Where the service is reached, without a slash at the end.</param>
    /// <param name="secret">The application's secret; null for one that has none.</param>
    public static async Task<RunningProvider> StartAsync(string application, string? secret)
    {
        var process = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(Folder, "provider.mjs"), $"{application}/staff/sign-in/openid", $"{application}/staff/sign-out/openid", .. secret is null ? Array.Empty<string>() : [secret]])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
        }) ?? throw new InvalidOperationException("Node did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("listening ", StringComparison.Ordinal))
                return new RunningProvider(process, new Uri(line["listening ".Length..]));
        throw new InvalidOperationException("The provider did not start. Is Node 20 installed?");
    }

    /// <summary>Makes its clock show this time, so that it and the service agree.</summary>
    public Task TimeIsAsync(DateTimeOffset now) => TellAsync(new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>Makes these the people it knows: what its tokens say of each, by login.</summary>
    public Task KnowAsync(IReadOnlyDictionary<string, object> people) => TellAsync(new { people });

    /// <summary>Makes it change every token it gives out from now on, and sign it with its <c>own</c> key, an<c>other</c>, <c>none</c>, or leave it <c>unsigned</c> anew.</summary>
    public Task ForgeAsync(string key, object claims) => TellAsync(new { forge = new { key, claims } });

    /// <summary>Makes its tokens true again and all its addresses answer.</summary>
    public Task BeHonestAsync() => TellAsync(new { forge = (object?)null, silent = Array.Empty<string>() });

    /// <summary>Gives it a new key in place of the one it had.</summary>
    public Task ChangeKeyAsync() => TellAsync(new { rotate = true });

    /// <summary>Makes these addresses cut every connection.</summary>
    public Task FallSilentAsync(params string[] silent) => TellAsync(new { silent });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
    }

    private async Task TellAsync(object told)
    {
        using var answer = await _control.PostAsJsonAsync("/control", told);
        answer.EnsureSuccessStatusCode();
    }

    // tests/PROJECT/bin/<configuration>/<framework>/ beside tests/OpenIdProvider.
    private static string Folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../OpenIdProvider"));
}
