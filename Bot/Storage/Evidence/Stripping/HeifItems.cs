namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>The items of a HEIF file: what each is (iinf) and where it lies (iloc; ISO/IEC 14496-12, 8.11).</summary>
internal static class HeifItems
{
    private const int MostPlaces = 50_000;

    /// <summary>The ids of the items that pictures are made of; null when the list cannot be read.</summary>
    public static HashSet<long>? Pictures(Content photo, BoxReader reader, Box list)
    {
        // A version, flags, and a count of two or four bytes; the entries are boxes.
        var countSize = photo.Byte(list.Body) == 0 ? 2 : 4;
        if (list.Size < 4 + countSize || reader.In(list, 4 + countSize) is not { } entries)
            return null;
        var pictures = new HashSet<long>();
        foreach (var entry in entries.Where(entry => entry.Type == "infe"))
        {
            var version = photo.Byte(entry.Body);
            if (version is not (2 or 3))
                return null;
            var id = version == 2 ? photo.UInt16(entry.Body + 4) : photo.UInt32(entry.Body + 4);
            if (photo.FourLetters(entry.Body + (version == 2 ? 8 : 10)) is "hvc1" or "av01" or "avc1" or "jpeg" or "grid" or "iden" or "iovl" or "tmap")
                pictures.Add(id);
        }

        return pictures;
    }

    /// <summary>Where every item lies; null when the table cannot be read, points into other files or leaves a length open.</summary>
    public static List<(long Item, long Start, long End)>? Places(Content photo, Box table, long inside)
    {
        var walk = new Walk(photo, table);
        var version = walk.Next(1);
        walk.Next(3);
        var (sizes, bases) = (walk.Next(1), walk.Next(1));
        var places = new List<(long, long, long)>();
        for (var items = walk.Next(version < 2 ? 2 : 4); items > 0 && !walk.IsBroken; items--)
        {
            var item = walk.Next(version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : walk.Next(2) & 0x0F;
            var otherFile = walk.Next(2);
            var start = walk.Next((int)(bases >> 4)) + (method == 1 ? inside : 0);
            if (otherFile != 0 || method > 1)
                return null;
            for (var extents = walk.Next(2); extents > 0 && !walk.IsBroken; extents--)
            {
                if (version > 0)
                    walk.Next((int)(bases & 0x0F));
                var (offset, length) = (walk.Next((int)(sizes >> 4)), walk.Next((int)(sizes & 0x0F)));
                if (length <= 0 || places.Count == MostPlaces)
                    return null;
                places.Add((item, start + offset, start + offset + length));
            }
        }

        return walk.IsBroken || version > 2 ? null : places;
    }

    /// <summary>Reads numbers one after another; broken once it left its box.</summary>
    private sealed class Walk(Content content, Box box)
    {
        private long _at = box.Body;

        public bool IsBroken { get; private set; } = box.Size < 8;

        public long Next(int size)
        {
            var number = size switch
            {
                0 => 0,
                1 => content.Byte(_at),
                2 => content.UInt16(_at),
                3 => 0,
                4 => content.UInt32(_at),
                8 => content.UInt64(_at),
                _ => -1,
            };
            _at += size;
            IsBroken |= number < 0 || _at > box.End;
            return IsBroken ? 0 : number;
        }
    }
}
