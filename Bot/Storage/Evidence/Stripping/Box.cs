namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>One box of an ISO base media file (ISO/IEC 14496-12): a size, four letters, a body.</summary>
internal readonly record struct Box(string Type, long Start, long Body, long End)
{
    public long Size => End - Body;
}

/// <summary>Lists boxes. The whole file may have only so many, so that a hostile one cannot keep us busy.</summary>
internal sealed class BoxReader(Content content)
{
    private const int MostBoxes = 50_000;

    private int _boxes;

    /// <summary>The boxes in a stretch of the file; null when they do not fit it.</summary>
    public List<Box>? In(long from, long to)
    {
        var boxes = new List<Box>();
        for (var at = from; at < to;)
        {
            // QuickTime ends some lists with four zero bytes.
            if (to - at == 4 && content.UInt32(at) == 0)
                return boxes;
            if (++_boxes > MostBoxes || Read(at, to) is not { } box)
                return null;
            boxes.Add(box);
            at = box.End;
        }

        return boxes;
    }

    /// <summary>The boxes inside one, behind so many bytes of its own.</summary>
    public List<Box>? In(Box box, int skipped = 0) => box.Size < skipped ? null : In(box.Body + skipped, box.End);

    private Box? Read(long at, long to)
    {
        if (to - at < 8)
            return null;
        var size = content.UInt32(at);
        var header = size == 1 ? 16 : 8;
        size = size switch
        {
            0 => to - at,
            1 => content.UInt64(at + 8),
            _ => size,
        };
        return size >= header && size <= to - at ? new Box(content.FourLetters(at + 4), at, at + header, at + size) : null;
    }
}
