using ReportBot.Bot.Alerts;
using ReportBot.Bot.AzureLanguage;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Equality;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Site;
using ReportBot.Bot.Staff;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Hosting;

/// <summary>The whole service, put together in one place for serving, for the verbs and for tests.</summary>
public static class Service
{
    /// <summary>The service, ready to run. Nothing is listened on before it starts; the data folder is opened here.</summary>
    /// <param name="arguments">What the command line said.</param>
    /// <param name="terminal">Where a set-up link is shown.</param>
    /// <param name="adjust">Last changes before it is built: a test's clock, server or stores.</param>
    public static WebApplication Build(ServiceArguments arguments, Terminal terminal, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The command line is ours: the generic host must not read options out of it.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ApplicationName = typeof(Service).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddSingleton(arguments).AddSingleton(terminal).AddSingleton(TimeProvider.System);
        builder.AddWeb(arguments);
        builder.Services.AddStorage(arguments.Data);
        builder.Services.AddCases().AddClockWork().AddStaff();
        builder.Services.AddEquality();
        builder.Services.AddAzureLanguage().AddConversations().AddHandoff();
        builder.Services.AddSite().AddWebsiteChannel().AddEntering();
        builder.Services.AddAlerts();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();
        app.UseAlerts();
        app.MapWeb();
        app.MapWebsiteChannel();
        app.MapStaff();
        app.MapHandoff();
        app.MapAlerts();
        return app;
    }
}
