namespace ReportBot.Dialogs.Tests.Harness;

/// <summary>A clock that stands still until it is moved. It starts on Sunday 22 November 2026, 10:00 in London.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    public void Move(TimeSpan by) => _now += by;
}
