using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReportBot.Telling;

namespace ReportBot.EndToEnd.Running;

/// <summary>
/// The real service as a child process on its own data folder, temporary folder and port. It can be killed and started again. When it ends
/// it fails the run if its log holds a word of what it was told.
/// </summary>
public sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _root = Directory.CreateTempSubdirectory("reportbot-e2e-").FullName;
    private readonly Dictionary<string, string> _settings;
    private readonly int _port = FreePort();
    private Process? _process;
    private ConsoleLines _lines = new();

    /// <summary>A service with these settings, not started yet.</summary>
    /// <param name="settings">Settings beside the defaults, such as <c>Website__MessagesPerMinute</c>.</param>
    public RunningService(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        _settings = new() { ["Organisation__ExitTarget"] = Elsewhere };
        foreach (var (name, value) in settings)
            _settings[name] = value;
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>True when it runs with a plain channel beside the website; see <see cref="PlainChannel"/>.</summary>
    public bool HasPlainChannel { get; init; }

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Where its Exit leads in tests: to another origin that is still this machine.</summary>
    public string Elsewhere => $"http://localhost:{_port}/accessibility";

    /// <summary>Its data folder.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>Its temporary folder.</summary>
    public string Temporary => Path.Combine(_root, "tmp");

    /// <summary>Everything it has written to its console, all its runs together.</summary>
    public string Console => _lines.All;

    /// <summary>What it was told by anyone.</summary>
    public ToldWords Told { get; } = new();

    /// <summary>True while the process lives.</summary>
    public bool IsAlive => _process is { HasExited: false };

    /// <summary>Adds a setting before it starts.</summary>
    public void Set(string name, string value) => _settings[name] = value;

    /// <summary>Starts it and returns when it listens.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(Command()) ?? throw new InvalidOperationException("The service did not start.");
        _lines = new ConsoleLines(_lines.All);
        _process.OutputDataReceived += (_, line) => _lines.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _lines.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _lines.WaitForAsync("Now listening on:", Patience);
    }

    /// <summary>The one-time link for the first administrator, as the console shows it.</summary>
    public async Task<string> SetUpLinkAsync() => (await _lines.WaitForAsync("/staff/set-up/", Patience)).Trim();

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it and starts it again on the same data and port.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var ask = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_root, recursive: true);
        Told.MustNotBeIn(Console);
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet", [HasPlainChannel ? Output("tests/ChannelHost", "ChannelHost") : Output("Bot", "Bot"), "--urls", Address, "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _root,
        };
        start.Environment["TMPDIR"] = Temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        return start;
    }

    // tests/EndToEnd/bin/<configuration>/<framework>/ beside Bot/bin/<configuration>/<framework>/.
    private static string Output(string folder, string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(here.FullName, $"../../../../../{folder}/bin", here.Parent!.Name, here.Name, $"ReportBot.{name}.dll"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
