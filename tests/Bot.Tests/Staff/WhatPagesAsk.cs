using System.Text.RegularExpressions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>What the pages of the console ask of SQLite, whatever stands in them.</summary>
public sealed partial class WhatPagesAsk : IAsyncLifetime, IDisposable
{
    private readonly QueryPlans _plans = new();
    private readonly ConsoleUnderTest _console;

    public WhatPagesAsk() => _console = new ConsoleUnderTest
    {
        Adjust = builder => builder.Services.AddSingleton(
            provider => CaseDatabases.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IDocumentCodec>(), _plans)),
    };

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task No_page_scans_or_sorts_the_cases_or_what_belongs_to_them()
    {
        var full = await _console.CaseAsync(Given.Report(queue: Queue.Urgent, risk: RiskBand.High));
        for (var i = 0; i < 60; i++)
            await _console.CaseAsync();
        var ada = await _console.SignInAsync("Ada Okafor", StaffRole.Administrator);
        _plans.Clear();

        await OpenAllAsync(ada, full);

        Assert.True(_plans.All.Count > 200, $"Only {_plans.All.Count} queries were seen.");
        Assert.All(_plans.All, plan =>
        {
            // Of the accounts there are as many as members of staff, and a page that lists them shows them all. The end of a table is one row.
            var steps = NoneOfCases().Replace(plan.Steps, "");
            if (LastRow().IsMatch(plan.Sql))
                steps = OneStep().Replace(steps, "");
            Assert.False(steps.Contains("SCAN", StringComparison.Ordinal) || steps.Contains("TEMP B-TREE", StringComparison.Ordinal), $"{plan.Sql}\n{plan.Steps}");
        });
    }

    private async Task OpenAllAsync(SignedIn ada, Case full)
    {
        var page = ada.Browser;
        foreach (var view in Bot.Staff.QueueView.Shows.Select(view => view.Value))
            foreach (var rest in new[] { "", "&queue=Urgent", "&risk=High", "&queue=CommunitySafety&risk=Standard&who=nobody", "&who=mine&missed=true", "&who=nobody&up=true", "&who=mine&missed=true&up=true&risk=High" })
                await page.OpenAsync($"/staff?show={view}{rest}");
        await page.OpenAsync("/staff?show=all");
        await page.OpenAsync(page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        await page.PressAsync("Keep it", ("name", "Mine"));
        foreach (var typed in new[] { "sam", "sam 07700 900123", "sam 12 ME10 1AB", full.First.Reference.ToString() })
        {
            await page.OpenAsync("/staff");
            await page.PressAsync("Find", ("look", typed));
        }

        await page.OpenAsync("/staff");
        await page.PressAsync("Find", ("look", "sam"));
        await page.PressAsync("Next cases");
        await page.OpenAsync($"/staff/cases/{full.Id:N}");
        await page.PressAsync("Take this case");
        await page.PressAsync("Show exact words");
        foreach (var address in new[]
        {
            $"/staff/cases/{full.Id:N}/talk?report={full.First.Id:N}", "/staff/tasks", "/staff/people", "/staff/account", "/staff/audit",
            $"/staff/audit?reference={full.First.Reference}", "/staff/audit?before=40", "/staff/report",
        })
            await page.OpenAsync(address);
        await _console.Commands.ActAsync(full.Id, default);
        await _console.Services.GetRequiredService<ClockWork>().ActOnDueAsync(default);
    }

    [GeneratedRegex("^SCAN (?:s|CONSTANT ROW)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NoneOfCases();

    [GeneratedRegex("""ORDER BY "[a-z]"\."id" DESC\s+LIMIT 1$""", RegexOptions.CultureInvariant)]
    private static partial Regex LastRow();

    [GeneratedRegex("^SCAN [a-z]$", RegexOptions.CultureInvariant)]
    private static partial Regex OneStep();
}
