using System.CommandLine;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary>The command line of the one executable. Exit codes: 0 done, 1 not done (said why), 2 not understood.</summary>
public static class CommandLine
{
    /// <summary>The exit code for what could not be done.</summary>
    public const int NotDone = 1;

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
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or OptionsValidationException)
        {
            // The folder is in use, the address is taken, the keys are gone, a setting is wrong: the operator can help it, so it is said last and plainly.
            await terminal.Error.WriteLineAsync(failure.Message);
            return NotDone;
        }
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
        StaffCommand.AddTo(root, data, terminal);
        DemoCommand.AddTo(root, data, terminal);
        VerifyCommand.AddTo(root, data, terminal);
        RecogniseCommand.AddTo(root, terminal);
        return root;
    }
}
