using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Handoff;

/// <summary>Something to hand to a channel.</summary>
/// <param name="Id">Its id, the same on every attempt.</param>
/// <param name="Thread">The thread it was told in.</param>
/// <param name="Said">What was told, in order.</param>
public sealed record OutboundMessage(Guid Id, string Thread, IReadOnlyList<Activity> Said);

/// <summary>A way by which what staff say leaves the house. What it is given is already a turn of the thread.</summary>
public interface IOutboundChannel
{
    /// <summary>The channel's id, as reports carry it.</summary>
    string Id { get; }

    /// <summary>How it reaches a person by itself; null where they only see it when they come and look.</summary>
    ContactWay? Way { get; }

    /// <summary>True when handing over the same message twice shows it once, so that an attempt nobody knows the end of may be repeated.</summary>
    bool KnowsRepeats { get; }

    /// <summary>Hands it over. Never throws but for being called off, which leaves the outcome unknown.</summary>
    Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}

/// <summary>The channels there are.</summary>
public sealed class OutboundChannels(IEnumerable<IOutboundChannel> channels)
{
    private readonly Dictionary<string, IOutboundChannel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);

    /// <summary>The channel of this id; null when nothing can be sent by it.</summary>
    public IOutboundChannel? Find(string id) => _channels.GetValueOrDefault(id);
}
