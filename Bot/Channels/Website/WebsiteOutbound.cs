using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Channels.Website;

/// <summary>The website towards the person: its page shows the thread itself, so a turn that is stored is delivered, exactly once.</summary>
public sealed class WebsiteOutbound : IOutboundChannel
{
    /// <inheritdoc />
    public string Id => WebsiteMessage.Channel;

    /// <inheritdoc />
    public ContactWay? Way => null;

    /// <inheritdoc />
    public bool KnowsRepeats => true;

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => Task.FromResult(SendOutcome.Delivered);
}
