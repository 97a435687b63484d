using System.Text.Json.Serialization;

namespace ReportBot.Bot.Demo;

/// <summary>How far staff have come with a made-up report.</summary>
internal enum DemoStage
{
    /// <summary>Somebody has it.</summary>
    [JsonStringEnumMemberName("claimed")]
    Claimed,

    /// <summary>They tried to reach the person.</summary>
    [JsonStringEnumMemberName("tried")]
    Tried,

    /// <summary>They spoke, and most have something left to do.</summary>
    [JsonStringEnumMemberName("contacted")]
    Contacted,

    /// <summary>They spoke, and the person wrote again.</summary>
    [JsonStringEnumMemberName("wrote-again")]
    WroteAgain,

    /// <summary>Somebody asks to close it as plain nuisance, and nobody has agreed.</summary>
    [JsonStringEnumMemberName("awaits-second")]
    AwaitsSecond,

    /// <summary>It is closed, and followed up when that was due.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}

/// <summary>How far staff are with a report that is older than the stories: most of what is old is closed, some of what is recent.</summary>
internal static class DemoStages
{
    private static readonly TimeSpan Answered = TimeSpan.FromDays(7);
    private static readonly TimeSpan Settled = TimeSpan.FromDays(60);

    /// <summary>The stage of a report of that age; what a story says while it is new.</summary>
    public static DemoStage? Of(DemoStory story, TimeSpan age, int number)
    {
        if (age <= Answered)
            return story.Then;
        // A number without a divisor in common with a hundred, so that every share comes at every age.
        var share = number * 37L % 100;
        if (age > Settled)
            return share < 94 ? DemoStage.Closed : DemoStage.Contacted;
        return share < 40 ? DemoStage.Closed : share < 43 ? DemoStage.AwaitsSecond : DemoStage.Contacted;
    }
}
