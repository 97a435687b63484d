namespace ReportBot.Bot.Tests.Cases;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 14, 2, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
