namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>HEIC, HEIF and AVIF photos (ISO/IEC 23008-12): keeps the pictures; every byte of media that no picture points to is overwritten where it lies.</summary>
internal static class HeifStripper
{
    public static CopyPlan? Plan(Content photo)
    {
        var reader = new BoxReader(photo);
        // With a movie inside, two tables share the media: then the original is all there is.
        if (reader.In(0, photo.Length) is not { } boxes || boxes.Count(box => box.Type == "meta") != 1 || boxes.Exists(box => box.Type is "moov" or "moof"))
            return null;
        var edits = new InPlaceEdits(photo.Length);
        if (Pictures(photo, reader, boxes.Find(box => box.Type == "meta"), edits) is not { } pictures)
            return null;
        foreach (var box in boxes)
            if (box.Type == "mdat")
                edits.EmptyBetween(box, pictures);
            else if (box.Type is "free" or "skip")
                edits.Empty(box);
            else if (box.Type is not ("ftyp" or "meta"))
                edits.Free(box);
        return edits.ToPlan();
    }

    /// <summary>The stretches of the file that pictures take, the inner boxes cleaned on the way; null when it cannot be understood.</summary>
    private static List<(long Start, long End)>? Pictures(Content photo, BoxReader reader, Box meta, InPlaceEdits edits)
    {
        if (reader.In(meta, skipped: 4) is not { } boxes || !boxes.Exists(box => box.Type == "iloc")
            || HeifItems.Pictures(photo, reader, boxes.Find(box => box.Type == "iinf")) is not { Count: > 0 } pictures)
            return null;
        var inside = boxes.Find(box => box.Type == "idat");
        if (HeifItems.Places(photo, boxes.Find(box => box.Type == "iloc"), inside.Body) is not { } places)
            return null;
        var kept = places.Where(place => pictures.Contains(place.Item)).Select(place => (place.Start, place.End)).ToList();
        foreach (var box in boxes)
            if (box.Type == "idat")
                edits.EmptyBetween(box, kept);
            else if (box.Type is not ("hdlr" or "pitm" or "iinf" or "iref" or "iprp" or "iloc" or "dinf" or "grpl"))
                edits.Free(box);
        return kept;
    }
}
