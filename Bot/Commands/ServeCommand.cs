using System.CommandLine;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary>No verb: serves.</summary>
public static class ServeCommand
{
    /// <summary>Makes serving what the root does by itself.</summary>
    public static void AddTo(RootCommand root, Option<string> data, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var urls = new Option<string?>("--urls")
        {
            Description = "The addresses to listen on, apart by semicolons. http://localhost:5000 when not said.",
            HelpName = "URLS",
        };
        root.Add(urls);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var arguments = new ServiceArguments { Data = terminal.PathOf(parsed.GetRequiredValue(data)), Urls = parsed.GetValue(urls) };
            try
            {
                await using var app = Service.Build(arguments, terminal);
                await app.StartAsync(cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
                return 0;
            }
            catch (OperationCanceledException)
            {
                // Told to stop while it was starting.
                return 0;
            }
        });
    }
}
