namespace ReportBot.Knowledge.Calendar;

/// <summary>
/// When something happened, as precisely as it was said: a day, a day and time, a span, or one that still goes on.
/// Times are Europe/London wall-clock times, because that is how people tell them.
/// </summary>
/// <param name="Words">The words it was read from, as typed.</param>
/// <param name="From">The day, or the first day of the span.</param>
/// <param name="To">The last day of the span; the same as <paramref name="From"/> for one day; null while it still goes on.</param>
/// <param name="Time">The time of day, when one was said.</param>
/// <param name="IsApproximate">True when the words only came near it: "about 6", "around Easter".</param>
/// <param name="Recurring">True when it happened again and again within the span: "every night since August".</param>
public sealed record IncidentTime(string Words, DateOnly From, DateOnly? To, TimeOnly? Time, bool IsApproximate, bool Recurring);
