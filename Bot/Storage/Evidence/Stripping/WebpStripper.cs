using System.Buffers.Binary;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>WebP: keeps the picture, its transparency and its animation (RFC 9649); Exif, XMP, colour profile and unknown chunks go.</summary>
internal static class WebpStripper
{
    private const int FrameHeader = 16;
    private const byte AlphaAndAnimation = 0x12;

    public static CopyPlan? Plan(Content photo)
    {
        var chunks = Chunks(photo, 12, photo.Length);
        if (chunks is null || !chunks.Any(chunk => chunk.Type is "VP8 " or "VP8L" or "ANMF"))
            return null;
        var kept = chunks.Where(chunk => chunk.Type is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF").ToList();
        if (kept.Any(chunk => chunk.Type == "ANMF" && !IsPlainFrame(photo, chunk)))
            return null;
        var header = new byte[12];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)(4 + kept.Sum(chunk => chunk.End - chunk.Start)));
        "WEBP"u8.CopyTo(header.AsSpan(8));
        var plan = new CopyPlan().Write(header);
        foreach (var chunk in kept)
            Add(plan, photo, chunk);
        return plan;
    }

    private static void Add(CopyPlan plan, Content photo, RiffChunk chunk)
    {
        if (chunk.Type == "VP8X" && chunk.Size > 0)
            plan.Keep(chunk.Start, 8).Write(new[] { (byte)(photo.Byte(chunk.Body) & AlphaAndAnimation) }).Keep(chunk.Body + 1, chunk.End - chunk.Body - 1);
        else
            plan.Keep(chunk.Start, chunk.End - chunk.Start);
    }

    // A frame may carry chunks of its own; ours carry nothing but the picture.
    private static bool IsPlainFrame(Content photo, RiffChunk frame) =>
        frame.Size > FrameHeader && Chunks(photo, frame.Body + FrameHeader, frame.Body + frame.Size) is { } parts
        && parts.All(part => part.Type is "ALPH" or "VP8 " or "VP8L");

    private static List<RiffChunk>? Chunks(Content photo, long from, long to) => RiffChunk.In(photo, from, to, isCutOffAllowed: false);
}
