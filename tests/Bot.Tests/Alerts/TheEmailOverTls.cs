using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>E-mail over real TLS to a server on this machine whose certificate was made for the test.</summary>
public sealed class TheEmailOverTls : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task Goes_to_a_server_that_the_named_authority_vouches_for(SmtpSecurity security)
    {
        await using var server = Server(_authority.For(), security);

        Assert.Equal(WayResult.Sent, await SendAsync(server, security, _authority.File));

        Assert.Single(server.Taken);
        Assert.All(server.Heard.Where(heard => heard.Command is "MAIL" or "RCPT" or "DATA"), heard => Assert.True(heard.IsSecure));
    }

    [Theory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task Goes_nowhere_that_no_authority_vouches_for(SmtpSecurity security)
    {
        await using var server = Server(_authority.For(), security);
        using var another = new TestAuthority();

        Assert.Equal(WayResult.Down("SslHandshakeException"), await SendAsync(server, security, authority: null));
        Assert.Equal(WayResult.Down("SslHandshakeException"), await SendAsync(server, security, another.File));
        Assert.Empty(server.Taken);
        Assert.DoesNotContain(server.Heard, heard => heard.Command is "MAIL");
    }

    [Fact]
    public async Task Goes_nowhere_under_another_name()
    {
        await using var server = Server(_authority.For(IPAddress.Parse("192.0.2.1")), SmtpSecurity.Tls);

        Assert.Equal(WayResult.Down("SslHandshakeException"), await SendAsync(server, SmtpSecurity.Tls, _authority.File));
    }

    [Fact]
    public async Task Goes_nowhere_by_a_certificate_whose_time_is_over()
    {
        await using var server = Server(_authority.For(ago: TimeSpan.FromHours(13)), SmtpSecurity.StartTls);

        Assert.Equal(WayResult.Down("SslHandshakeException"), await SendAsync(server, SmtpSecurity.StartTls, _authority.File));
    }

    [Fact]
    public async Task What_a_wrong_certificate_stops_waits_is_told_about_and_goes_once_it_is_right()
    {
        await using var alerts = new AlertsUnderTest();
        await using var wrong = Server(_authority.For(IPAddress.Parse("192.0.2.1")), SmtpSecurity.Tls);
        await using var right = Server(_authority.For(), SmtpSecurity.Tls);
        await alerts.OnCallAsync(await alerts.MemberAsync("Amira Khan"), TimeSpan.FromHours(-1), TimeSpan.FromHours(1));
        alerts.Ways[0].Answer = (message, token) => Way(wrong, SmtpSecurity.Tls, _authority.File).SendAsync(message, Member(), token);
        await alerts.ReportAsync();

        await alerts.PassAsync();
        var (status, health) = (Assert.Single(alerts.Status.Ways()), await new AlertsHealth(alerts.Status).CheckHealthAsync(new HealthCheckContext(), default));
        alerts.Ways[0].Answer = (message, token) => Way(right, SmtpSecurity.Tls, _authority.File).SendAsync(message, Member(), token);
        await alerts.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, "SslHandshakeException"), (status.Failing, status.Failure));
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Empty(wrong.Taken);
        Assert.Single(right.Taken);
    }

    private static MailServer Server(X509Certificate2 certificate, SmtpSecurity security) => new(certificate, fromTheStart: security is SmtpSecurity.Tls);

    private static Task<WayResult> SendAsync(MailServer server, SmtpSecurity security, string? authority) => Way(server, security, authority).SendAsync(
        AlertMessage.Of(
            new AlertSend(Guid.NewGuid(), Guid.NewGuid(), AlertWayKind.Email, AlertStep.OnCall, null, Given.Sent, 0, Given.Sent, null, null), Queue.Urgent, new Uri("https://reports.example.org")),
        Member(), default);

    private static EmailWay Way(MailServer server, SmtpSecurity security, string? authority) =>
        new(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = security, From = "alerts@example.org", Authority = authority }, "reports.example.org");

    private static StaffMember Member() => new() { Id = Guid.NewGuid(), Name = "Amira Khan", Role = StaffRole.Caseworker, CreatedAt = Given.Sent, AlertEmail = "amira@example.org" };
}
