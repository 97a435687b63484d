using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using MimeKit;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>How alerts reach somebody, as they say themselves. It is part of their sealed account: nobody else is shown it.</summary>
public sealed class AlertAddresses(UserManager<StaffMember> members, StaffStore store, AlertsOptions options, IAuditLog audit, TimeProvider clock)
{
    // RFC 5321, 4.5.3.1.3, without the angle brackets.
    private const int LongestEmail = 254;
    private const int LongestEndpoint = 1000;
    private const int MostBrowsers = 5;

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

    /// <summary>What a browser named itself as; null when it cannot be pushed to.</summary>
    public PushAddress? ReadPush(string? endpoint, string? key, string? secret) =>
        endpoint?.Length <= LongestEndpoint && options.Push.Allows(endpoint) && Bytes(key) is [4, ..] point && point.Length == 65 && Bytes(secret)?.Length == 16
            ? new PushAddress(endpoint, key!, secret!) // They have bytes.
            : null;

    /// <summary>Alerts somebody in one more browser; the oldest of more than 5 is let go. False as in <see cref="SetEmailAsync"/>.</summary>
    public Task<bool> AddPushAsync(StaffMember member, PushAddress browser, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(browser);
        member.Pushes = [.. member.Pushes.Where(known => known.Endpoint != browser.Endpoint).Append(browser).TakeLast(MostBrowsers)];
        return SaveAsync(member, cancellationToken);
    }

    /// <summary>Alerts somebody in no browser any more. False as in <see cref="SetEmailAsync"/>.</summary>
    public Task<bool> ClearPushesAsync(StaffMember member, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.Pushes = [];
        return SaveAsync(member, cancellationToken);
    }

    /// <summary>Lets a browser go that its push service says is gone. Where it could not be stored, the next push finds it gone again.</summary>
    public async Task ForgetAsync(Guid who, PushAddress browser, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(who, cancellationToken) is not { } member)
            return;
        member.Pushes = member.Pushes.Remove(browser);
        await SaveAsync(member, cancellationToken);
    }

    private static byte[]? Bytes(string? base64Url) => base64Url?.Length <= 100 && Base64Url.IsValid(base64Url) ? Base64Url.DecodeFromChars(base64Url) : null;

    private async Task<bool> SaveAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (!(await members.UpdateAsync(member)).Succeeded)
            return false;
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), member.Id, AuditAction.AlertAddressChanged, member.Id), cancellationToken);
        return true;
    }
}
