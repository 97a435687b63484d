using System.Buffers.Binary;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>
/// Ogg with Opus, Vorbis or Speex (RFC 3533, 7845): the comment packet, the second of each stream, is emptied where it lies, and the checksums
/// of its pages are made again.
/// </summary>
internal static class OggStripper
{
    private const int Header = 27;
    private const int Checksum = 22;

    public static CopyPlan? Plan(Content sound)
    {
        var plan = new CopyPlan();
        var streams = new Dictionary<long, Comments>();
        var at = 0L;
        while (Page.Read(sound, at) is { } page && plan.IsReasonable)
        {
            if (page.IsFirst)
            {
                if (Comments.For(sound, page.Body) is not { } comments)
                    return null;
                streams[page.Stream] = comments;
            }
            else if (!streams.TryGetValue(page.Stream, out var comments))
            {
                return null;
            }
            else if (!comments.IsOver && comments.Emptied(page, sound) is { } emptied)
            {
                plan.Write(emptied);
                at = page.End;
                continue;
            }

            plan.Keep(at, page.End - at);
            at = page.End;
        }

        // What follows the last whole page is cut off.
        return streams.Count > 0 && streams.Values.All(stream => stream.IsOver) ? plan : null;
    }

    private sealed record Page(long Stream, bool IsFirst, byte[] Lacing, long Start, long Body, long End)
    {
        public static Page? Read(Content sound, long at)
        {
            if (!sound.Has(at, "OggS\0"u8) || sound.Byte(at + 26) is not (>= 0 and var segments))
                return null;
            var lacing = new byte[segments];
            var body = at + Header + segments;
            if (!sound.TryRead(at + Header, lacing) || body + lacing.Sum(size => size) is var end && end > sound.Length)
                return null;
            return new Page(sound.UInt32(at + 14), (sound.Byte(at + 5) & 2) != 0, lacing, at, body, body + lacing.Sum(size => size));
        }
    }

    /// <summary>Where a stream's comment packet is up to.</summary>
    private sealed class Comments(byte[] emptied)
    {
        private long _written;

        public bool IsOver { get; private set; }

        public static Comments? For(Content sound, long first)
        {
            if (sound.Has(first, "OpusHead"u8))
                return new Comments("OpusTags"u8.ToArray());
            if (sound.Has(first, "\u0001vorbis"u8))
                return new Comments([.. "\u0003vorbis"u8, 0, 0, 0, 0, 0, 0, 0, 0, 1]); // No vendor, no comment, the bit that ends it.
            return sound.Has(first, "Speex   "u8) ? new Comments([]) : null;
        }

        /// <summary>The page with the comments' bytes emptied.</summary>
        public byte[]? Emptied(Page page, Content sound)
        {
            var bytes = new byte[page.End - page.Start];
            if (!sound.TryRead(page.Start, bytes))
                return null;
            var at = (int)(page.Body - page.Start);
            foreach (var size in page.Lacing)
            {
                for (var end = at + size; at < end; at++)
                    bytes[at] = _written < emptied.Length ? emptied[_written++] : (byte)0;
                if (size == byte.MaxValue)
                    continue;
                IsOver = true;
                break;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Checksum), 0);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Checksum), OggChecksum.Of(bytes));
            return bytes;
        }
    }
}
