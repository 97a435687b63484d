using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>E-mail over a real connection to a server on this machine.</summary>
public sealed class TheEmail : IAsyncDisposable
{
    private readonly MailServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Says_that_something_waits_and_where_to_sign_in_and_nothing_else()
    {
        var message = Message();

        Assert.Equal(WayResult.Sent, await Way().SendAsync(message, Member("amira@example.org"), default));

        var (from, to, mail) = Assert.Single(_server.Taken);
        Assert.Equal(("alerts@example.org", "amira@example.org"), (from, to));
        Assert.Contains($"Message-Id: <{message.Id:N}@reports.example.org>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: ReportBot: sign in", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.EndsWith("\n\nReportBot: something urgent waits in the urgent queue. Sign in.\nhttps://reports.example.org/staff\n", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_privacy_where_it_is_asked_for_is_given_nothing()
    {
        var result = await Way(SmtpSecurity.StartTls).SendAsync(Message(), Member("amira@example.org"), default);

        Assert.Equal(WayResult.Down("NotSupportedException"), result);
        Assert.Empty(_server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "550 No such person", WayOutcome.Refused, "smtp-550")]
    [InlineData("MAIL", "451 Not now", WayOutcome.Down, "smtp-451")]
    [InlineData("DATA", "554 No", WayOutcome.Down, "smtp-554")]
    public async Task What_the_server_refuses_is_a_failure_with_its_number_and_not_its_words(string command, string answer, WayOutcome outcome, string failure)
    {
        _server.Refuses = line => line.StartsWith(command, StringComparison.Ordinal) ? answer : null;

        Assert.Equal(new WayResult(outcome, failure), await Way().SendAsync(Message(), Member("amira@example.org"), default));
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_a_failure()
    {
        _server.Refuses = _ => throw new IOException("Gone.");

        Assert.Equal(WayOutcome.Down, (await Way().SendAsync(Message(), Member("amira@example.org"), default)).Outcome);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure()
    {
        await _server.DisposeAsync();

        Assert.Equal(WayResult.Down("SocketException"), await Way().SendAsync(Message(), Member("amira@example.org"), default));
    }

    [Fact]
    public async Task Leads_only_to_those_who_gave_an_address()
    {
        Assert.False(Way().Reaches(Member(null)));
        Assert.Equal(WayResult.Nowhere, await Way().SendAsync(Message(), Member(null), default));
    }

    [Theory]
    [InlineData(" name@example.org ", "name@example.org")]
    [InlineData("Some One <name@example.org>", null)]
    [InlineData("name", null)]
    [InlineData("a@example.org, b@example.org", null)]
    [InlineData("name@example.org\r\nBcc: other@example.org", null)]
    [InlineData("", null)]
    public void An_address_is_read_only_when_it_is_one(string typed, string? read) => Assert.Equal(read, AlertAddresses.ReadEmail(typed));

    private EmailWay Way(SmtpSecurity security = SmtpSecurity.None) =>
        new(new SmtpOptions { Host = "127.0.0.1", Port = _server.Port, Security = security, From = "alerts@example.org" }, "reports.example.org");

    private static StaffMember Member(string? email) => new() { Id = Guid.NewGuid(), Name = "Amira Khan", Role = StaffRole.Caseworker, CreatedAt = Given.Sent, AlertEmail = email };

    private static AlertMessage Message() => AlertMessage.Of(
        new AlertSend(Guid.NewGuid(), Guid.NewGuid(), AlertWayKind.Email, AlertStep.OnCall, null, Given.Sent, 0, Given.Sent, null, null), Queue.Urgent, new Uri("https://reports.example.org"));
}
