using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// The seed of a conversation that does not exist yet, carried by the form alone: looking at a page makes nothing, and a first message
/// that is sent twice makes one conversation.
/// </summary>
public sealed class ThreadSeed(IDataProtectionProvider protection)
{
    /// <summary>How long a page may lie open before its first message is sent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("ReportBot.Website.Seed.v1");

    /// <summary>A new seed, for a page shown now.</summary>
    public string New(DateTimeOffset now)
    {
        Span<byte> seed = stackalloc byte[24];
        RandomNumberGenerator.Fill(seed[..16]);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(seed[16..], (now + Lifetime).ToUnixTimeSeconds());
        return WebEncoders.Base64UrlEncode(_protector.Protect(seed.ToArray()));
    }

    /// <summary>The id of the thread a seed stands for; null when the seed is not ours or too old.</summary>
    public string? Open(string? seed, DateTimeOffset now)
    {
        if (seed is null or { Length: 0 or > 1024 })
            return null;
        try
        {
            var opened = _protector.Unprotect(WebEncoders.Base64UrlDecode(seed));
            var expires = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(opened.AsSpan(16));
            return now.ToUnixTimeSeconds() < expires ? WebEncoders.Base64UrlEncode(opened.AsSpan(0, 16)) : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
