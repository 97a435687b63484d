using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.ChannelHost;

/// <summary>A channel that shows what it is given as often as it is given it, and can be taken down.</summary>
internal sealed class PlainChannel : IOutboundChannel
{
    public const string ChannelId = "test";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Activity>> _shown = [];

    public string Id => ChannelId;

    public ContactWay? Way => null;

    public bool KnowsRepeats => false;

    /// <summary>True while it takes nothing.</summary>
    public bool IsDown { get; set; }

    /// <summary>What staff and the assistant have sent to a thread by themselves, in order.</summary>
    public IReadOnlyList<Activity> Shown(string thread)
    {
        lock (_lock)
            return [.. _shown.GetValueOrDefault(thread) ?? []];
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (IsDown)
            return Task.FromResult(SendOutcome.NotYet);
        lock (_lock)
        {
            if (!_shown.TryGetValue(message.Thread, out var shown))
                _shown[message.Thread] = shown = [];
            shown.AddRange(message.Said);
        }

        return Task.FromResult(SendOutcome.Delivered);
    }
}
