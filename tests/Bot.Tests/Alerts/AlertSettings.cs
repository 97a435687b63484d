using Microsoft.Extensions.Options;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Tests.Staff;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>What is set wrong is said at start.</summary>
public sealed class AlertSettings
{
    private static readonly KeyValuePair<string, string?>[] Right =
    [
        new("Alerts:Site", "https://reports.example.org"),
        new("Alerts:Webhook:Url", "https://hooks.example.org/x"),
        new("Alerts:Webhook:Secret", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"),
        new("Alerts:Smtp:Host", "mail.example.org"),
        new("Alerts:Smtp:From", "alerts@example.org"),
    ];

    [Fact]
    public void Nothing_is_on_unless_it_is_set() => Assert.False(new AlertsOptions().IsOn);

    [Theory]
    [InlineData("Alerts:Site", null, "set Site, where staff sign in")]
    [InlineData("Alerts:Site", "http://reports.example.org", "Site must be an absolute https address")]
    [InlineData("Alerts:Webhook:Url", "ftp://hooks.example.org", "Url must be an absolute https address")]
    [InlineData("Alerts:Webhook:Secret", null, "set Secret")]
    [InlineData("Alerts:Webhook:Secret", "whsec_c2hvcnQ=", "set Secret")]
    [InlineData("Alerts:Webhook:Secret", "hunter2hunter2hunter2hunter2", "set Secret")]
    [InlineData("Alerts:Smtp:Host", "no host", "Host must be")]
    [InlineData("Alerts:Smtp:From", "ReportBot", "set From")]
    [InlineData("Alerts:Smtp:Port", "0", "Port must be")]
    [InlineData("Alerts:Smtp:Security", "None", "for a server on this machine only")]
    [InlineData("Alerts:Smtp:Authority", "no-such-file.pem", "Authority must be")]
    [InlineData("Alerts:Smtp:User", "someone", "set User and Password both")]
    [InlineData("Alerts:Push:Contact", "http://example.org", "Contact must be")]
    [InlineData("Alerts:Push:Services:0", "no host", "Services must be")]
    [InlineData("Alerts:NextAfter", "00:00:01", "NextAfter")]
    public async Task What_is_wrong_ends_the_start_and_says_what_to_set(string key, string? value, string says)
    {
        using var console = new ConsoleUnderTest
        {
            Adjust = builder => builder.Configuration.AddInMemoryCollection(Right.Where(one => one.Key != key).Append(new(key, value))),
        };

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(console.InitializeAsync);
        await console.DisposeAsync();

        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }
}
