using ReportBot.Benchmarks.Pages;
using ReportBot.Benchmarks.Serving;
using ReportBot.Benchmarks.Turns;

var output = Console.Out;
switch (args)
{
    case ["turns", .. var options]:
        return await TurnsVerb.RunAsync(options, output);
    case ["page"]:
        return await PageVerb.RunAsync(output);
    case [ServeVerb.Name, var data]:
        return await ServeVerb.RunAsync(data, Console.In, output);
    default:
        await Console.Error.WriteLineAsync("Usage: turns [SECONDS] | page");
        return 1;
}
