using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Times;

/// <summary>Reads when something happened from a person's words; never a day that is still to come.</summary>
/// <param name="clock">The clock by which "today" and "yesterday" are told.</param>
internal sealed class WhenReader(WallClock clock)
{
    /// <summary>The closest telling of when; null when the words tell none.</summary>
    /// <param name="text">The words.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="isAnswer">True when the words answer "when", so that a time alone counts as a day.</param>
    public Found<IncidentTime>? Read(string text, DateTimeOffset now, bool isAnswer)
    {
        using var read = ReadText.Rent();
        Tokeniser.Read(text, read);
        var words = new TimeWords(text, read);
        var local = clock.DateAt(now).ToDateTime(clock.TimeAt(now));
        var tellings = new Tellings(words, local);
        tellings.Collect();
        if (tellings.Best(isAnswer) is not { } best)
            return null;
        var where = words.Where(best.First, best.End);
        return new Found<IncidentTime>(best.ToIncident(where.In(text)), where);
    }
}

/// <summary>One telling of when, put together from what stands near each other.</summary>
/// <param name="First">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it goes on.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Approximate">The words only came near it.</param>
/// <param name="Recurring">It happened again and again.</param>
internal readonly record struct Telling(int First, int End, DateOnly From, DateOnly? To, TimeOnly? Time, bool Approximate, bool Recurring)
{
    /// <summary>As the report keeps it.</summary>
    public IncidentTime ToIncident(string words) => new(words, From, To, Time, Approximate, Recurring);
}
