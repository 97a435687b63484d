using Microsoft.Extensions.DependencyInjection;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Hosting;
using ReportBot.ChannelHost;

// The service as it is, with one channel more. Arguments: --urls URL --data FOLDER.
await using var app = Service.Build(
    new ServiceArguments { Urls = args[1], Data = args[3] },
    Terminal.OfProcess(),
    builder => builder.Services.AddSingleton<PlainChannel>().AddSingleton<IOutboundChannel>(provider => provider.GetRequiredService<PlainChannel>()));
PlainEndpoints.Map(app);
await app.RunAsync();
