using System.Buffers.Binary;
using System.Numerics;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>
/// WebM: keeps the tracks and their media (RFC 8794, 9559). Tags, attachments, chapters and unknown elements become void space, and titles, dates
/// and the names of programs are overwritten, so that nothing after them moves.
/// </summary>
internal sealed class WebmStripper
{
    private const int MostElements = 500_000;
    private const long Segment = 0x18538067;
    private const long Cluster = 0x1F43B675;
    private const long Information = 0x1549A966;
    private const long TrackList = 0x1654AE6B;
    private const long Track = 0xAE;
    private const long Void = 0xEC;

    // Its header, the index of parts, clusters, the index of times; inside a cluster of open length: time, block, group, silence, position, size.
    private static readonly HashSet<long> KeptInSegment = [0x114D9B74, Cluster, 0x1C53BB6B, 0xE7, 0xA3, 0xA0, 0x5854, 0xA7, 0xAB];

    // Scale and length of time. The two programs' names are required, so they are emptied instead.
    private static readonly HashSet<long> KeptInInformation = [0x2AD7B1, 0x4489];
    private static readonly HashSet<long> EmptiedInInformation = [0x4D80, 0x5741];

    // Everything a player needs; not its name (536E), attachments, nor tags.
    private static readonly HashSet<long> KeptInTrack = [0xD7, 0x73C5, 0x83, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x23E383, 0x22B59C, 0x86, 0x63A2, 0x56AA, 0x56BB, 0xE0, 0xE1, 0x6D80];

    private readonly Content _content;
    private readonly InPlaceEdits _edits;
    private int _elements;

    private WebmStripper(Content content) => (_content, _edits) = (content, new InPlaceEdits(content.Length));

    public static CopyPlan? Plan(Content content) => new WebmStripper(content).Plan();

    private CopyPlan? Plan()
    {
        if (Read(0, _content.Length) is not { IsOpen: false } header || Read(header.End, _content.Length) is not { Id: Segment } segment)
            return null;
        var hasMedia = false;
        for (var at = segment.Body; at < segment.End;)
        {
            if (Read(at, segment.End) is not { } element || !Clean(element))
                return null;
            hasMedia |= element.Id == Cluster;
            // A cluster of open length goes on with its own elements, up to one that cannot be inside it.
            at = element.IsOpen ? element.Body : element.End;
        }

        _edits.Fill(segment.End, _content.Length - segment.End);
        return hasMedia ? _edits.ToPlan() : null;
    }

    private bool Clean(Element element) => element.Id switch
    {
        Information => Inside(element, KeptInInformation, EmptiedInInformation),
        TrackList => Children(element) is { } tracks && tracks.TrueForAll(track => track.Id == Track ? Inside(track, KeptInTrack, []) : Erase(track)),
        _ when KeptInSegment.Contains(element.Id) => !element.IsOpen || element.Id == Cluster,
        _ => Erase(element),
    };

    private bool Inside(Element parent, HashSet<long> kept, HashSet<long> emptied)
    {
        if (Children(parent) is not { } children)
            return false;
        foreach (var child in children)
            if (emptied.Contains(child.Id))
                _edits.Fill(child.Body, child.End - child.Body);
            else if (!kept.Contains(child.Id) && !Erase(child))
                return false;
        return true;
    }

    private List<Element>? Children(Element parent)
    {
        var children = new List<Element>();
        for (var at = parent.Body; at < parent.End && !parent.IsOpen; at = children[^1].End)
        {
            if (Read(at, parent.End) is not { IsOpen: false } child)
                return null;
            children.Add(child);
        }

        return parent.IsOpen ? null : children;
    }

    /// <summary>Makes an element void space of the same length.</summary>
    private bool Erase(Element element)
    {
        if (element.IsOpen)
            return false;
        var length = element.End - element.Start;
        if (length < 9)
        {
            _edits.Write(element.Start, (byte)Void, (byte)(0x80 | (length - 2)));
            _edits.Fill(element.Start + 2, length - 2);
            return true;
        }

        var header = new byte[9];
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(1), (1L << 56) | (length - 9));
        header[0] = (byte)Void;
        _edits.Write(element.Start, header);
        _edits.Fill(element.Start + 9, length - 9);
        return true;
    }

    private Element? Read(long at, long to)
    {
        if (++_elements > MostElements || Number(at, keepsMarker: true, most: 4) is not { } id || Number(at + id.Length, keepsMarker: false, most: 8) is not { } size)
            return null;
        var body = at + id.Length + size.Length;
        var isOpen = size.Value == (1L << (7 * size.Length)) - 1;
        // A recording that was cut off ends in the middle of an element.
        return body > to ? null : new Element(id.Value, at, body, isOpen ? to : Math.Min(to, body + size.Value), isOpen);
    }

    /// <summary>A number whose first byte says, by its highest bit, how many bytes it has.</summary>
    private (long Value, int Length)? Number(long at, bool keepsMarker, int most)
    {
        var first = _content.Byte(at);
        var length = first <= 0 ? int.MaxValue : BitOperations.LeadingZeroCount((uint)first) - 23;
        if (length > most)
            return null;
        long value = keepsMarker ? first : first & (0xFF >> length);
        for (var next = 1; next < length; next++)
            value = _content.Byte(at + next) is >= 0 and var digit ? (value << 8) | (long)digit : -1;
        return value < 0 ? null : (value, length);
    }

    private readonly record struct Element(long Id, long Start, long Body, long End, bool IsOpen);
}
