using System.Threading.Channels;

namespace ReportBot.Bot.Handoff;

/// <summary>Says that something waits in a case, so that it is told at once. A ring that is lost costs a moment: the outbox looks by itself.</summary>
public sealed class OutboxBell
{
    private readonly Channel<Guid> _rung = Channel.CreateBounded<Guid>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The cases it was rung for.</summary>
    public ChannelReader<Guid> Rung => _rung.Reader;

    /// <summary>Rings for a case.</summary>
    public void Ring(Guid id) => _rung.Writer.TryWrite(id);
}
