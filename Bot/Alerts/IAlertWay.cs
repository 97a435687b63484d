using ReportBot.Bot.Staff.Accounts;

namespace ReportBot.Bot.Alerts;

/// <summary>How an attempt to send an alert ended.</summary>
public enum WayOutcome
{
    /// <summary>It was taken.</summary>
    Sent,

    /// <summary>The way itself does not work now, for anybody.</summary>
    Down,

    /// <summary>This one was not taken; the way may work for others.</summary>
    Refused,

    /// <summary>There is no longer anywhere to send it for this person.</summary>
    Nowhere,

    /// <summary>It is no longer for this person to see, so it was not sent.</summary>
    Dropped,
}

/// <summary>How an attempt ended, and why as a stable code: no address, no name, nothing of what was answered.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">Why it failed; null when it was sent.</param>
public readonly record struct WayResult(WayOutcome Outcome, string? Failure)
{
    /// <summary>It was taken.</summary>
    public static WayResult Sent => new(WayOutcome.Sent, null);

    /// <summary>The way does not work now.</summary>
    public static WayResult Down(string failure) => new(WayOutcome.Down, failure);

    /// <summary>This one was not taken.</summary>
    public static WayResult Refused(string failure) => new(WayOutcome.Refused, failure);

    /// <summary>It is no longer for them.</summary>
    public static WayResult Dropped => new(WayOutcome.Dropped, AlertSend.DroppedCode);

    /// <summary>There is nowhere to send it.</summary>
    public static WayResult Nowhere => new(WayOutcome.Nowhere, "no-address");
}

/// <summary>A way in which alerts go out: an edge. It may be slow, down or doubled; who uses it expects that.</summary>
public interface IAlertWay
{
    /// <summary>Which way it is.</summary>
    AlertWayKind Kind { get; }

    /// <summary>True when it tells each person apart; false when it tells whoever listens, once.</summary>
    bool TellsApart { get; }

    /// <summary>True when it leads to this person.</summary>
    bool Reaches(StaffMember member);

    /// <summary>Tries once. Cancelled when it takes too long; everything else that goes wrong is an answer.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="to">Whom to; null where the way does not tell people apart.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    Task<WayResult> SendAsync(AlertMessage message, StaffMember? to, CancellationToken cancellationToken);
}
