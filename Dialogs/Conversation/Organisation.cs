namespace ReportBot.Dialogs.Conversation;

/// <summary>The housing association as the assistant speaks of it.</summary>
public sealed record Organisation
{
    /// <summary>Its name, as the policy gives it.</summary>
    public string Name { get; init; } = "West Kent";

    /// <summary>Its phone number as it is said; null where none is set, and nothing is said of one then.</summary>
    public string? Phone { get; init; }

    /// <summary>When the phone is answered, in words; null where none is set.</summary>
    public string? PhoneHours { get; init; }
}
