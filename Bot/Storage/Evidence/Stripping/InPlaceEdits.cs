namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>Changes to a file that keep every byte after them where it is: for formats that point into themselves.</summary>
internal sealed class InPlaceEdits(long length)
{
    private readonly List<Edit> _edits = [];

    /// <summary>Overwrites a run of bytes.</summary>
    public void Fill(long offset, long count, byte with = 0)
    {
        if (count > 0)
            _edits.Add(new Edit(offset, count, null, with));
    }

    public void Write(long offset, params byte[] bytes) => _edits.Add(new Edit(offset, bytes.Length, bytes, 0));

    /// <summary>The copy; null when edits reach out of the file or into one another, as only a file that contradicts itself makes them.</summary>
    public CopyPlan? ToPlan()
    {
        var plan = new CopyPlan();
        var at = 0L;
        foreach (var edit in _edits.OrderBy(edit => edit.Offset))
        {
            if (edit.Offset < at || edit.Length > length - edit.Offset)
                return null;
            plan.Keep(at, edit.Offset - at);
            _ = edit.Bytes is { } bytes ? plan.Write(bytes) : plan.Fill(edit.Length, edit.With);
            at = edit.Offset + edit.Length;
        }

        return plan.Keep(at, length - at);
    }

    private readonly record struct Edit(long Offset, long Length, byte[]? Bytes, byte With);
}
