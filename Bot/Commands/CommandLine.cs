using System.CommandLine;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary>The command line of the one executable. Exit codes: 0 done, 1 not done (said why), 2 not understood.</summary>
public static class CommandLine
{
    /// <summary>The exit code for arguments that are not understood.</summary>
    public const int NotUnderstood = 2;

    /// <summary>Runs what the arguments ask for.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync(error.Message);
            await terminal.Error.WriteLineAsync("Add --help to see what can be said.");
            return NotUnderstood;
        }

        // The host handles Ctrl+C and SIGTERM itself; failures are told in words by the verb or, if they are ours, end the process.
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder everything is kept in, relative to where you are.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
            Recursive = true,
        };
        var root = new RootCommand("Takes reports of hate crime and hate incidents, and gives staff the queue to answer them.") { data };
        ServeCommand.AddTo(root, data, terminal);
        KeysCommand.AddTo(root, data, terminal);
        return root;
    }
}
