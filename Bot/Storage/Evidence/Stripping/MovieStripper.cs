namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>
/// MP4, MOV, 3GP and M4A: keeps the picture and the sound. Places, times, makers, other tracks and every byte of media that no kept track
/// points to are overwritten where they lie.
/// </summary>
internal sealed class MovieStripper
{
    private readonly Content _content;
    private readonly BoxReader _boxes;
    private readonly InPlaceEdits _edits;
    private readonly List<(long Start, long End)> _kept = [];
    private readonly List<(long Start, long End)> _removed = [];

    private MovieStripper(Content content) => (_content, _boxes, _edits) = (content, new BoxReader(content), new InPlaceEdits(content.Length));

    public static CopyPlan? Plan(Content content) => new MovieStripper(content).Plan();

    private CopyPlan? Plan()
    {
        if (_boxes.In(0, _content.Length) is not { } boxes || boxes.Count(box => box.Type == "moov") != 1)
            return null;
        // In a fragmented file the samples are listed beside the media and not in the movie.
        var isFragmented = boxes.Any(box => box.Type == "moof");
        var tracks = Movie(boxes.Single(box => box.Type == "moov"));
        if (tracks is not { Kept: > 0 } || (isFragmented && tracks.Removed > 0))
            return null;
        var media = Closed(_kept, [.. _kept.Concat(_removed).Select(stretch => stretch.Start).Order()]);
        foreach (var box in boxes)
            if (box.Type == "mdat" && !isFragmented)
                _edits.EmptyBetween(box, media);
            else if (box.Type is "free" or "skip" or "wide")
                _edits.Empty(box);
            else if (box.Type is not ("ftyp" or "styp" or "sidx" or "moov" or "moof" or "mfra" or "mdat"))
                _edits.Free(box);
        return _edits.ToPlan();
    }

    private Tracks? Movie(Box movie)
    {
        var tracks = new Tracks(0, 0);
        if (_boxes.In(movie) is not { } boxes)
            return null;
        foreach (var box in boxes)
            if (box.Type == "trak" && Track(box) is var isKept)
            {
                if (isKept is null)
                    return null;
                tracks = isKept.Value ? tracks with { Kept = tracks.Kept + 1 } : tracks with { Removed = tracks.Removed + 1 };
            }
            else if (box.Type == "mvhd")
            {
                ForgetTimes(box);
            }
            else if (box.Type is not ("mvex" or "iods"))
            {
                _edits.Free(box);
            }

        return tracks;
    }

    /// <summary>True when the track is kept; null when it cannot be understood.</summary>
    private bool? Track(Box track)
    {
        if (_boxes.In(track) is not { } boxes || Find(boxes, "mdia") is not { } media || _boxes.In(media) is not { } parts
            || Find(parts, "hdlr") is not { Size: >= 24 } handler || Find(parts, "minf") is not { } information
            || _boxes.In(information) is not { } informed || Find(informed, "stbl") is not { } table
            || _boxes.In(table) is not { } tables || SampleTable.Stretches(_content, tables) is not { } stretches)
            return null;
        var isKept = _content.FourLetters(handler.Body + 8) is "vide" or "soun";
        (isKept ? _kept : _removed).AddRange(stretches);
        if (!isKept)
        {
            _edits.Free(track);
            return false;
        }

        Clean(boxes, parts);
        FreeAllBut(informed, "vmhd", "smhd", "gmhd", "hdlr", "dinf", "stbl");
        foreach (var box in tables.Where(box => box.Type is "udta" or "meta" or "uuid" or "free" or "skip"))
            _edits.Free(box);
        return true;
    }

    private void Clean(List<Box> track, List<Box> media)
    {
        foreach (var header in track.Concat(media).Where(box => box.Type is "tkhd" or "mdhd"))
            ForgetTimes(header);
        FreeAllBut(track, "tkhd", "edts", "mdia", "tapt");
        FreeAllBut(media, "mdhd", "hdlr", "minf");
        // Behind its fixed part is the handler's name, often the maker's.
        foreach (var handler in media.Where(box => box.Type == "hdlr"))
            _edits.Fill(handler.Body + 24, handler.Size - 24);
    }

    private void FreeAllBut(List<Box> boxes, params ReadOnlySpan<string> kept)
    {
        foreach (var box in boxes)
            if (!kept.Contains(box.Type))
                _edits.Free(box);
    }

    private static List<(long Start, long End)> Closed(List<(long Start, long End)> stretches, long[] starts) =>
        stretches.ConvertAll(stretch => stretch.End == SampleTable.Open ? (stretch.Start, NextAfter(starts, stretch.Start)) : stretch);

    private static long NextAfter(long[] starts, long start)
    {
        var next = Array.BinarySearch(starts, start + 1);
        next = next < 0 ? ~next : next;
        return next < starts.Length ? starts[next] : SampleTable.Open;
    }

    // Made and changed, behind a version (1 byte, which says how long they are) and flags (3).
    private void ForgetTimes(Box header)
    {
        var times = _content.Byte(header.Body) == 1 ? 16 : 8;
        _edits.Fill(header.Body + 4, Math.Min(times, header.Size - 4));
    }

    private static Box? Find(List<Box> boxes, string type) => boxes.Exists(box => box.Type == type) ? boxes.Find(box => box.Type == type) : null;

    private sealed record Tracks(int Kept, int Removed);
}
