using ReportBot.Benchmarks.Pages;
using ReportBot.Benchmarks.Queue;
using ReportBot.Benchmarks.Recognition;
using ReportBot.Benchmarks.Serving;
using ReportBot.Benchmarks.Turns;

var output = Console.Out;
switch (args)
{
    case ["turns", .. var options]:
        return await TurnsVerb.RunAsync(options, output);
    case ["page"]:
        return await PageVerb.RunAsync(output);
    case ["queue", .. var sizes]:
        return await QueueVerb.RunAsync(sizes, output);
    case ["recognise", .. var files]:
        return RecogniseVerb.Run(output, files);
    case [ServeVerb.Name, var data]:
        return await ServeVerb.RunAsync(data, Console.In, output);
    default:
        await Console.Error.WriteLineAsync("Usage: turns [SECONDS] | page | queue [CASES|FOLDER CASES|FOLDER] | recognise FILE…");
        return 1;
}
