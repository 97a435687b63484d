using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Channels.Website;

namespace ReportBot.Bot.Tests.Site;

public sealed class Seeds
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private readonly ThreadSeed _seeds = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Stand_for_one_thread_each_always_the_same()
    {
        var seed = _seeds.New(Now);

        Assert.Equal(_seeds.Open(seed, Now), _seeds.Open(seed, Now.AddHours(23)));
        Assert.NotEqual(_seeds.Open(seed, Now), _seeds.Open(_seeds.New(Now), Now));
        Assert.Equal(22, _seeds.Open(seed, Now)!.Length);
    }

    [Fact]
    public void End_after_a_day() => Assert.Null(_seeds.Open(_seeds.New(Now), Now.AddHours(24)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all!")]
    public void Are_made_by_us_alone(string? seed) => Assert.Null(_seeds.Open(seed, Now));

    [Fact]
    public void Of_another_key_open_nothing() =>
        Assert.Null(new ThreadSeed(new EphemeralDataProtectionProvider()).Open(_seeds.New(Now), Now));
}

public sealed class MessageAllowances
{
    [Fact]
    public void Are_counted_for_each_conversation_and_minute()
    {
        var clock = new ManualClock();
        var allowance = new MessageAllowance(Options.Create(new WebsiteOptions { MessagesPerMinute = 2 }), clock);

        Assert.True(allowance.TryTake("one"));
        Assert.True(allowance.TryTake("one"));
        Assert.False(allowance.TryTake("one"));
        Assert.True(allowance.TryTake("other"));
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(allowance.TryTake("one"));
    }
}
