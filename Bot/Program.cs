using ReportBot.Bot.Commands;
using ReportBot.Bot.Hosting;

// Without a verb the service is served; every verb is one file in Commands/.
return await CommandLine.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
