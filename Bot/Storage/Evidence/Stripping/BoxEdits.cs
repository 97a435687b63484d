namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>What is done to boxes so that everything else stays where the file's own tables say it is.</summary>
internal static class BoxEdits
{
    /// <summary>Turns a box into free space of the same size.</summary>
    public static void Free(this InPlaceEdits edits, Box box)
    {
        edits.Write(box.Start + 4, "free"u8.ToArray());
        edits.Empty(box);
    }

    /// <summary>Overwrites what is in a box.</summary>
    public static void Empty(this InPlaceEdits edits, Box box) => edits.Fill(box.Body, box.Size);

    /// <summary>Overwrites everything in a box that lies in none of these stretches.</summary>
    public static void EmptyBetween(this InPlaceEdits edits, Box box, IEnumerable<(long Start, long End)> kept)
    {
        var at = box.Body;
        foreach (var (start, end) in kept.Where(stretch => stretch.End > box.Body && stretch.Start < box.End).Order())
        {
            edits.Fill(at, start - at);
            at = Math.Max(at, end);
        }

        edits.Fill(at, box.End - at);
    }
}
