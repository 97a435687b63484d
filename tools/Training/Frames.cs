using System.Text.Json;

namespace ReportBot.Training;

/// <summary>
/// Bare words of hatred as residents paste them (a note, a post, what was shouted), and harmless ones like them, written as frames with room for a group's name.
/// Each is filled with one group of every characteristic, the same every time. They are only ever learned from: a figure that counted them would flatter.
/// </summary>
internal static class Frames
{
    private const string Plural = "{P}", Singular = "{S}", Bare = "{D}";

    /// <summary>The frames of the files, filled.</summary>
    public static IEnumerable<LabelledAccount> Read(IEnumerable<string> frames, string groups)
    {
        var byLabels = LabelledGroup.Read(groups).GroupBy(group => group.Labels).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        foreach (var (i, (text, hateful)) in JsonLines.Read(frames, frame => (frame.GetProperty("frame").GetString()!, frame.GetProperty("hateful").GetBoolean())).Index())
            foreach (var same in byLabels)
            {
                var group = same[i % same.Count];
                yield return new LabelledAccount($"frame-{i}", "frame", Fill(text, group), hateful ? group.Labels : 0, [], null);
            }
    }

    private static string Fill(string frame, LabelledGroup group)
    {
        var filled = frame.Replace(Plural, group.Plural, StringComparison.Ordinal).Replace(Singular, group.Singular, StringComparison.Ordinal).Replace(Bare, group.Bare, StringComparison.Ordinal);
        return frame.StartsWith('{') ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled;
    }

    private sealed record LabelledGroup(int Labels, string Plural, string Singular, string Bare)
    {
        public static List<LabelledGroup> Read(string path) => JsonLines.Read([path], static group => new LabelledGroup(
            LabelledAccount.Bits(group.GetProperty("labels")), Text(group, "plural"), Text(group, "singular"), Text(group, "bare")));

        private static string Text(JsonElement group, string name) => group.GetProperty(name).GetString()!;
    }
}
