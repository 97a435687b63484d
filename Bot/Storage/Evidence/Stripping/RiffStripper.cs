namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>WAV and AVI: whatever is not sound, picture or how to read them becomes empty filling, so that nothing after it moves.</summary>
internal static class RiffStripper
{
    private const int ListHeader = 12;

    public static CopyPlan? PlanSound(Content sound) => Plan(sound, chunk => chunk.Type is "fmt " or "fact" or "data", "data");

    public static CopyPlan? PlanVideo(Content video) => Plan(video, chunk => chunk.Type is "idx1" || IsList(video, chunk, "movi") || IsList(video, chunk, "hdrl"), "LIST");

    private static CopyPlan? Plan(Content content, Func<RiffChunk, bool> isKept, string needed)
    {
        var edits = new InPlaceEdits(content.Length);
        if (RiffChunk.In(content, ListHeader, content.Length, isCutOffAllowed: true) is not { } chunks || !chunks.Any(chunk => chunk.Type == needed))
            return null;
        foreach (var chunk in chunks)
            if (!isKept(chunk))
                Empty(edits, chunk);
            else if (IsList(content, chunk, "hdrl") && !EmptyHeaders(content, edits, chunk))
                return null;
        // What is too short to be a chunk is nothing we know.
        var end = chunks[^1].End;
        edits.Fill(end, content.Length - end);
        return edits.ToPlan();
    }

    // Headers of a video: its streams are lists of their own, with a name and, from some cameras, data of the maker.
    private static bool EmptyHeaders(Content video, InPlaceEdits edits, RiffChunk headers)
    {
        if (RiffChunk.In(video, headers.Start + ListHeader, headers.Body + headers.Size, isCutOffAllowed: false) is not { } chunks)
            return false;
        foreach (var chunk in chunks)
            if (IsList(video, chunk, "strl"))
            {
                if (RiffChunk.In(video, chunk.Start + ListHeader, chunk.Body + chunk.Size, isCutOffAllowed: false) is not { } parts)
                    return false;
                foreach (var part in parts.Where(part => part.Type is not ("strh" or "strf" or "indx" or "vprp")))
                    Empty(edits, part);
            }
            else if (chunk.Type != "avih" && !IsList(video, chunk, "odml"))
                Empty(edits, chunk);
        return true;
    }

    private static bool IsList(Content content, RiffChunk chunk, string type) => chunk.Type == "LIST" && chunk.Size >= 4 && content.FourLetters(chunk.Body) == type;

    private static void Empty(InPlaceEdits edits, RiffChunk chunk)
    {
        edits.Write(chunk.Start, "JUNK"u8.ToArray());
        edits.Fill(chunk.Body, chunk.End - chunk.Body);
    }
}
