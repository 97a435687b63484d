using Microsoft.AspNetCore.Identity;
using MimeKit;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>How alerts reach somebody, as they say themselves. It is part of their sealed account: nobody else is shown it.</summary>
public sealed class AlertAddresses(UserManager<StaffMember> members, IAuditLog audit, TimeProvider clock)
{
    // RFC 5321, 4.5.3.1.3, without the angle brackets.
    private const int LongestEmail = 254;

    /// <summary>An e-mail address trimmed; null when it is none.</summary>
    public static string? ReadEmail(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= LongestEmail } text && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && mailbox.Domain.Length > 0 ? text : null;

    /// <summary>Sets where alerts are e-mailed; null for nowhere. False when the account was changed by somebody else at the same time.</summary>
    public Task<bool> SetEmailAsync(StaffMember member, string? email, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.AlertEmail = email;
        return SaveAsync(member, cancellationToken);
    }

    private async Task<bool> SaveAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (!(await members.UpdateAsync(member)).Succeeded)
            return false;
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), member.Id, AuditAction.AlertAddressChanged, member.Id), cancellationToken);
        return true;
    }
}
