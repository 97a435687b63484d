using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>A channel that can be down, lose its answers, or be slow, and that shows what it is given as often as it is given it.</summary>
public sealed class TestChannel : IOutboundChannel
{
    public const string ChannelId = "test";

    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => ChannelId;

    public ContactWay? Way { get; set; }

    public bool KnowsRepeats => false;

    /// <summary>How the next attempts end.</summary>
    public SendOutcome Outcome { get; set; } = SendOutcome.Delivered;

    /// <summary>What an attempt waits for; null for nothing.</summary>
    public TaskCompletionSource? Slow { get; set; }

    /// <summary>What was shown, in order.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>How often anything was handed over.</summary>
    public int Attempts { get; private set; }

    /// <summary>Over once anything was handed over.</summary>
    public Task FirstAttempt => _firstAttempt.Task;

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        Attempts++;
        _firstAttempt.TrySetResult();
        if (Slow is { } slow)
            await slow.Task.WaitAsync(cancellationToken);
        if (Outcome is SendOutcome.Delivered)
            Shown.AddRange(message.Said.Select(said => said.Text));
        return Outcome;
    }
}
