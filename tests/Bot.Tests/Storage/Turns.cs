using System.Text;
using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Tests.Storage;

/// <summary>Turns as tests need them.</summary>
internal static class Turns
{
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    public static string NewThread() => Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static Turn Turn(string thread, int sequence, string said = "They shouted at me", DateTimeOffset? at = null)
    {
        var key = new byte[InboundKey.Size];
        InboundKey.Write("web", thread, $"activity-{sequence}", key);
        return new Turn
        {
            Thread = thread,
            Sequence = sequence,
            At = at ?? Friday.AddMinutes(sequence),
            Keys = key,
            Inbound = Utf8($$"""{"type":"message","text":"{{said}}"}"""),
            Replies = Utf8($$"""[{"text":"Thank you. {{said}}"}]"""),
            State = Utf8($$"""{"account":["{{said}}"]}"""),
        };
    }

    public static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    public static void AssertSame(Turn expected, Turn? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Thread, expected.Sequence, expected.At), (actual.Thread, actual.Sequence, actual.At));
        Assert.Equal(expected.Keys.ToArray(), actual.Keys.ToArray());
        Assert.Equal(Text(expected.Inbound), Text(actual.Inbound));
        Assert.Equal(Text(expected.Replies), Text(actual.Replies));
        Assert.Equal(Text(expected.State), Text(actual.State));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
