using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What was read from a draft's whole account (<see cref="ReportDraft.AccountText"/>), for risk, routing and staff.</summary>
public sealed record AccountReading
{
    /// <summary>Nothing was read.</summary>
    public static AccountReading Nothing { get; } = new();

    /// <summary>Likely characteristics and behaviours, with spans in the account.</summary>
    public Recognition.Recognition Recognised { get; init; } = new([], []);

    /// <summary>What the account already answers, with spans in it.</summary>
    public Extraction Extraction { get; init; } = new();

    /// <summary>Words about danger were met at any time in the conversation.</summary>
    public bool DangerSeen { get; init; }
}
