using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>E-mails an alert to the address somebody gave for it. Nothing is sent in the clear to another machine, and nothing is logged of the talk with the server.</summary>
internal sealed class EmailWay(SmtpOptions options, string site) : IAlertWay
{
    private readonly MailAuthority? _authority = options.Authority is { } path ? MailAuthority.Read(path) : null;

    public AlertWayKind Kind => AlertWayKind.Email;

    public bool TellsApart => true;

    public bool Reaches(StaffMember member) => member.AlertEmail is not null;

    public async Task<WayResult> SendAsync(AlertMessage message, StaffMember? to, CancellationToken cancellationToken)
    {
        if (to?.AlertEmail is not { } address)
            return WayResult.Nowhere;
        using var client = new SmtpClient();
        using var mail = Mail(message, address);
        if (_authority is { } authority)
            client.ServerCertificateValidationCallback = authority.Trusts;
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Security, cancellationToken); // The way is only on with one.
            if (options.User is { } user)
                await client.AuthenticateAsync(user, options.Password!, cancellationToken); // Set together.
            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException failure) when (failure.ErrorCode is SmtpErrorCode.RecipientNotAccepted)
        {
            return WayResult.Refused(Code(failure));
        }
        catch (SmtpCommandException failure)
        {
            return WayResult.Down(Code(failure));
        }
        catch (Exception failure) when (failure is SocketException or IOException or ProtocolException or SslHandshakeException or AuthenticationException or NotSupportedException)
        {
            return WayResult.Down(failure.GetType().Name);
        }

        // The server has it: how the talk ends changes nothing.
        return WayResult.Sent;
    }

    private SecureSocketOptions Security => options.Security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private MimeMessage Mail(AlertMessage message, string address)
    {
        var mail = new MimeMessage
        {
            MessageId = $"{message.Id:N}@{site}",
            Date = message.At,
            Subject = "ReportBot: sign in",
            Body = new TextPart("plain") { Text = $"{message.Text}\n{message.Link}\n" },
        };
        mail.From.Add(new MailboxAddress("ReportBot", options.From!)); // Checked at start.
        mail.To.Add(new MailboxAddress("", address));
        // RFC 3834: no answering machine answers it.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static string Code(SmtpCommandException failure) => string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)failure.StatusCode}");
}
