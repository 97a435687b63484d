using System.CommandLine;
using System.Text.Json;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Commands;

/// <summary>
/// <c>recognise</c>: one JSON object a line in, <c>{"id","text"}</c>, and one a line out, in the same order. A line that is none of these
/// answers with an object that says so; the others go on, and the exit code is 1 at the end. Nothing is stored.
/// With <c>--explain</c> each account is answered in words for staff who ask why.
/// </summary>
public static class RecogniseCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        var recognise = new Command("recognise", """Reads accounts, one JSON object a line with "id" and "text", and says what was recognised in each, one a line.""");
        var explain = new Option<bool>("--explain") { Description = "Says in words what spoke for each characteristic and against it." };
        recognise.Add(explain);
        recognise.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(explain), cancellationToken));
        root.Add(recognise);
    }

    private static async Task<int> RunAsync(Terminal terminal, bool explain, CancellationToken cancellationToken)
    {
        var reader = new AccountReader();
        var (number, isWhole) = (0, true);
        while (await terminal.In.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (account, problem) = RecognisedJson.Read(line);
            isWhole &= account is not null;
            var answer = account is null
                ? JsonSerializer.Serialize(new RecogniseProblem(number, problem), RecognisedJson.Readable.RecogniseProblem)
                : explain ? reader.Explain(account)
                : JsonSerializer.Serialize(reader.Read(account), RecognisedJson.Readable.RecognisedAccount);
            await terminal.Out.WriteLineAsync(answer.AsMemory(), cancellationToken);
        }

        await terminal.Out.FlushAsync(cancellationToken);
        return isWhole ? 0 : CommandLine.NotDone;
    }
}
