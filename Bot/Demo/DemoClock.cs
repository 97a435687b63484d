namespace ReportBot.Bot.Demo;

/// <summary>The clock of made-up cases: it stands where the story is.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>The moment of the story, UTC.</summary>
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
