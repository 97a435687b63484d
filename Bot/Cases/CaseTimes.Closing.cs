namespace ReportBot.Bot.Cases;

public sealed partial class CaseTimes
{
    /// <summary>How many attempts it takes before somebody counts as not to be reached.</summary>
    public int UnreachedAttempts => options.UnreachedAttempts;

    /// <summary>On how many different working days they must lie.</summary>
    public int UnreachedDays => options.UnreachedDays;

    /// <summary>After how many attempts without an answer the conversation after closing is given up.</summary>
    public int FollowUpAttempts => options.FollowUpAttempts;

    /// <summary>When the person of a case that is closed now is to be spoken with again: as a working day begins.</summary>
    public DateTimeOffset FollowUpAt(DateTimeOffset now) => hours.BeginsAfter(now, options.FollowUpDays);

    /// <summary>True when staff have tried as often, and on as many working days, since the person last reported or was spoken with as is set for giving up.</summary>
    public bool MayGiveUp(Case current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var tried = current.History.Reverse().TakeWhile(happened => happened is not (FirstContactMade or ReportReceived or MessageReceived))
            .OfType<ContactAttempted>().Select(attempt => attempt.TriedAt).ToList();
        return tried.Count >= options.UnreachedAttempts && tried.Select(hours.WorkingDayOf).Distinct().Count() >= options.UnreachedDays;
    }
}
