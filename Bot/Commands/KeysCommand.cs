using System.CommandLine;
using System.Globalization;
using ReportBot.Bot.Hosting;
using ReportBot.Bot.Storage.Keys;

namespace ReportBot.Bot.Commands;

/// <summary><c>keys rotate</c>: a new master key for everything that is stored. The service must be stopped for it.</summary>
public static class KeysCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var rotate = new Command("rotate", "Makes a new master key, wraps every key with it and drops the old one. Stop the service first. Cut off, run it again.");
        rotate.SetAction((parsed, cancellationToken) => RotateAsync(terminal, terminal.PathOf(parsed.GetRequiredValue(data)), cancellationToken));
        root.Add(new Command("keys", "Looks after the keys that everything is encrypted with.") { rotate });
    }

    private static async Task<int> RotateAsync(Terminal terminal, string data, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            await terminal.Error.WriteLineAsync($"There is no folder {data}.");
            return 1;
        }

        // Put together but not started: every room says in its own place where it keeps keys.
        await using var app = Service.Build(new ServiceArguments { Data = data, Quiet = true }, terminal);
        var rotated = await app.Services.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);
        await terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Key {rotated.RingKey} is in use. {rotated.Rewrapped} keys were wrapped with it, and the old one is gone."));
        return 0;
    }
}
