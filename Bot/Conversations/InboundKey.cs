using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ReportBot.Bot.Conversations;

/// <summary>
/// What tells one inbound activity from another: channel, conversation and activity id, hashed to a fixed size.
/// An activity without an id has no key and is never a duplicate.
/// </summary>
public static class InboundKey
{
    /// <summary>Bytes a key takes.</summary>
    public const int Size = 16;

    /// <summary>How many turns back a redelivery is known.</summary>
    public const int Kept = 200;

    /// <summary>The key, or all zero when there is no activity id.</summary>
    public static void Write(string? channel, string? conversation, string? activity, Span<byte> key)
    {
        key[..Size].Clear();
        if (string.IsNullOrEmpty(activity))
            return;
        var text = $"{channel}\n{conversation}\n{activity}";
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        hash[..Size].CopyTo(key);
    }

    /// <summary>The keys with one more at the end, the oldest dropped beyond <see cref="Kept"/>.</summary>
    public static byte[] Append(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> key)
    {
        var kept = keys.Length >= Kept * Size ? keys[^((Kept - 1) * Size)..] : keys;
        var appended = new byte[kept.Length + Size];
        kept.CopyTo(appended);
        key[..Size].CopyTo(appended.AsSpan(kept.Length));
        return appended;
    }

    /// <summary>How many turns before the latest this key was answered, 0 for the latest; null when it is new.</summary>
    public static int? TurnsBack(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> key)
    {
        if (key[..Size].IndexOfAnyExcept((byte)0) < 0)
            return null;
        for (var back = 0; (back + 1) * Size <= keys.Length; back++)
            if (keys.Slice(keys.Length - ((back + 1) * Size), Size).SequenceEqual(key[..Size]))
                return back;
        return null;
    }
}
