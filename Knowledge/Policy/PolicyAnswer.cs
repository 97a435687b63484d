using System.Collections.Immutable;

namespace ReportBot.Knowledge.Policy;

/// <summary>What the policy answers to a question.</summary>
public sealed record PolicyAnswer
{
    /// <summary>True when the policy does not say.</summary>
    public bool IsSilent => Silence is not null;

    /// <summary>How it is said that the policy does not speak of it; null when it does.</summary>
    public string? Silence { get; init; }

    /// <summary>
    /// The entries that answer, best first, one or two of them. When the policy is silent: what it does say that comes nearest, which may
    /// be nothing.
    /// </summary>
    public required ImmutableArray<PolicyEntry> Entries { get; init; }

    /// <summary>How well the question fits, 0 to 1: for tests and for whoever keeps the data.</summary>
    public required double Fit { get; init; }
}
