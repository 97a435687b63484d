using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Tests.AzureLanguage;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>What was decided goes out, whatever stops, fails or hangs.</summary>
public sealed class TheOutboxOfAlerts
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_happened_before_a_kill_is_decided_after_it()
    {
        await using var alerts = new AlertsUnderTest();
        await OnCallAsync(alerts);
        await alerts.ReportAsync();

        await alerts.RestartAsync();
        await alerts.PassAsync();

        Assert.Single(alerts.Told);
    }

    [Fact]
    public async Task What_was_decided_before_a_kill_goes_out_after_it_once()
    {
        await using var alerts = new AlertsUnderTest();
        await OnCallAsync(alerts);
        await alerts.ReportAsync();
        await alerts.Work.RoundAsync(default);
        Assert.Empty(alerts.Told);

        for (var kill = 0; kill < 3; kill++)
        {
            await alerts.RestartAsync();
            await alerts.PassAsync();
        }

        Assert.Single(alerts.Told);
    }

    [Fact]
    public async Task A_kill_after_it_was_taken_and_before_that_was_noted_sends_the_same_again()
    {
        await using var alerts = new AlertsUnderTest();
        await OnCallAsync(alerts);
        await alerts.ReportAsync();
        alerts.Ways[0].Answer = (_, _) => throw new IOException("The process ends here.");
        await Assert.ThrowsAsync<IOException>(() => alerts.PassAsync());
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Sent);

        await alerts.RestartAsync();
        await alerts.PassAsync();

        Assert.Equal(2, alerts.Told.Count);
        Assert.Single(alerts.Told.Select(told => told.Message.Id).Distinct());
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_each_time_and_is_seen_and_at_last_given_up()
    {
        await using var alerts = new AlertsUnderTest();
        await OnCallAsync(alerts);
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Refused("550"));
        await alerts.ReportAsync();

        await alerts.PassAsync(Hour);

        var failing = Assert.Single(alerts.Status.Ways());
        Assert.Equal((1, "550"), (failing.Failing, failing.Failure));
        Assert.InRange(alerts.Told.Count, 8, 20);
        await alerts.PassAsync(25 * Hour);
        Assert.True(alerts.Store.Of(alerts.Store.Open().Single().Id).Single().IsGivenUp);
    }

    [Fact]
    public async Task What_failed_and_went_at_last_is_no_failure_any_more()
    {
        await using var alerts = new AlertsUnderTest();
        await OnCallAsync(alerts);
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Down("down"));
        await alerts.ReportAsync();
        await alerts.PassAsync();
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Sent);

        await alerts.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((0, null), (alerts.Status.Ways()[0].Failing, alerts.Status.Ways()[0].Failure));
        Assert.NotNull(alerts.Status.Ways()[0].LastSent);
    }

    [Fact]
    public async Task A_way_that_fails_or_leads_nowhere_shows_in_the_health_and_the_service_stays_ready()
    {
        await using var alerts = new AlertsUnderTest();
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(alerts));
        await alerts.ReportAsync();
        await alerts.PassAsync();
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(alerts));
        await OnCallAsync(alerts);
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Down("down"));

        await alerts.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(alerts));
        alerts.Ways[0].Answer = (_, _) => Task.FromResult(WayResult.Sent);
        await alerts.PassAsync(Hour);

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(alerts));
    }

    [Fact]
    public void Pauses_double_up_to_ten_minutes_and_are_never_all_the_same()
    {
        for (var attempts = 1; attempts < 40; attempts++)
        {
            var longest = TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, attempts - 1), 600));
            Assert.InRange(AlertDelivery.PauseAfter(attempts), longest / 2, longest);
        }

        Assert.True(Enumerable.Range(0, 100).Select(_ => AlertDelivery.PauseAfter(9)).Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_way_that_hangs_is_called_off_and_holds_up_no_other()
    {
        using var clock = new TimerClock();
        var (hanging, working) = (new WayDouble { Kind = AlertWayKind.Webhook, TellsApart = false }, new WayDouble());
        hanging.Answer = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
            return WayResult.Sent;
        };
        await using var alerts = new AlertsUnderTest(hanging, working);
        await OnCallAsync(alerts);
        await alerts.ReportAsync();
        await alerts.Work.RoundAsync(default);
        clock.Advance(alerts.Clock.Now - clock.GetUtcNow());
        using var delivery = new AlertDelivery(
            alerts.Store, alerts.Opening, new AlertPeople(alerts.Store, new Tests.Cases.Colleagues(), new AlertWays([]), alerts.Scopes, clock), new AlertWays([hanging, working]), alerts.Options, new AlertBell(), clock,
            NullLogger<AlertDelivery>.Instance);

        var hung = delivery.SendDueAsync(hanging, default);
        Assert.Equal(1, await delivery.SendDueAsync(working, default));
        Assert.False(hung.IsCompleted);
        clock.Advance(alerts.Options.Timeout);

        Assert.Equal(0, await hung);
        Assert.Equal("timed-out", alerts.Status.Ways().Single(way => way.Kind is AlertWayKind.Webhook).Failure);
    }

    [Fact]
    public async Task Nothing_that_goes_out_and_nothing_that_is_kept_for_it_says_whose_or_what_it_is()
    {
        await using var alerts = new AlertsUnderTest(new WayDouble(), new WayDouble { Kind = AlertWayKind.Webhook, TellsApart = false });
        var amira = await OnCallAsync(alerts);
        var full = await alerts.ReportAsync(Queue.Urgent, RiskBand.High, "Marmalade-zeppelin at 14 Example Road");
        await alerts.WriteAsync(full, "zeppelin again", urgent: true, asks: true);

        await alerts.PassAsync(Hour);

        Assert.NotEmpty(alerts.Told);
        var went = string.Join('\n', alerts.Ways.SelectMany(way => way.Told).Select(told => $"{System.Text.Json.JsonSerializer.Serialize(told.Message)}"));
        await alerts.Store.DisposeAsync();
        var kept = string.Concat(Directory.GetFiles(alerts.Folder, "alerts.db*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        foreach (var personal in new[] { "zeppelin", "Marmalade", "Example Road", "Sam", "07700", "race", "religion", full.First.Reference.ToString(), full.Id.ToString("N"), "Amira", amira.Who.Id.ToString("N") })
        {
            Assert.DoesNotContain(personal, went, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(personal, kept, StringComparison.Ordinal);
        }
    }

    private static async Task<HealthStatus> HealthAsync(AlertsUnderTest alerts) => (await new AlertsHealth(alerts.Status).CheckHealthAsync(new HealthCheckContext(), default)).Status;

    private static async Task<StaffActor> OnCallAsync(AlertsUnderTest alerts)
    {
        var member = await alerts.MemberAsync("Amira Khan");
        await alerts.OnCallAsync(member, -Hour, 48 * Hour);
        return member;
    }
}
