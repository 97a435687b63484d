using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ReportBot.Bot.Equality;

/// <summary>What a ticket is good for.</summary>
public enum TicketUse
{
    /// <summary>One form; it was not used before.</summary>
    Good,

    /// <summary>Nothing more: its form is counted already.</summary>
    Used,

    /// <summary>Nothing: it is not ours, or the page lay open too long.</summary>
    NotOurs,
}

/// <summary>
/// Lets whoever sent a report answer once, without the answers knowing whose they are. The form carries a mark made of the thread's id under
/// a random key that lives in memory and dies with the process: the same report gets the same mark, and nobody can go back from it.
/// </summary>
public sealed class EqualityTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a page may lie open before its form is sent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int MarkSize = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("ReportBot.Equality.Ticket.v1");
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<UInt128, DateTimeOffset> _used = new();

    /// <summary>A ticket for the page of whoever sent the report of this thread.</summary>
    public string New(string thread)
    {
        Span<byte> ticket = stackalloc byte[MarkSize + sizeof(long)];
        HMACSHA256.HashData(_key, System.Text.Encoding.UTF8.GetBytes(thread))[..MarkSize].CopyTo(ticket);
        BinaryPrimitives.WriteInt64BigEndian(ticket[MarkSize..], (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return WebEncoders.Base64UrlEncode(_protector.Protect(ticket.ToArray()));
    }

    /// <summary>Uses a ticket, so that a form sent twice counts once.</summary>
    public TicketUse Use(string? ticket)
    {
        var now = clock.GetUtcNow();
        if (Open(ticket) is not { } opened || now >= opened.Until)
            return TicketUse.NotOurs;
        foreach (var (mark, until) in _used)
            if (now >= until)
                _used.TryRemove(mark, out _);
        // Longer than any other ticket of the same mark can live.
        return _used.TryAdd(opened.Mark, now + Lifetime) ? TicketUse.Good : TicketUse.Used;
    }

    /// <summary>Gives a ticket back whose form could not be stored.</summary>
    public void GiveBack(string? ticket)
    {
        if (Open(ticket) is { } opened)
            _used.TryRemove(opened.Mark, out _);
    }

    private (UInt128 Mark, DateTimeOffset Until)? Open(string? ticket)
    {
        if (ticket is null or { Length: 0 or > 1024 })
            return null;
        try
        {
            ReadOnlySpan<byte> opened = _protector.Unprotect(WebEncoders.Base64UrlDecode(ticket));
            return (BinaryPrimitives.ReadUInt128BigEndian(opened), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(opened[MarkSize..])));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
