using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>A judgement.</summary>
    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.Incident => "Hate incident",
        Judgement.Crime => "Hate crime (possible crime, to be told to the police)",
        _ => judgement.ToString(),
    };

    /// <summary>Who perceives something as hate.</summary>
    public static string Of(Perceiver perceiver) => perceiver switch
    {
        Perceiver.Staff => "I perceive it so",
        Perceiver.Person => "The person it happened to",
        Perceiver.Witness => "Somebody who saw or heard it",
        Perceiver.SomebodyElse => "Anybody else",
        _ => perceiver.ToString(),
    };

    /// <summary>How a case ended.</summary>
    public static string Of(ClosingOutcome outcome) => outcome switch
    {
        ClosingOutcome.Resolved => "Resolved, and the person agrees",
        ClosingOutcome.ActionTaken => "Action was taken against those responsible",
        ClosingOutcome.PassedToPolice => "The police have it",
        ClosingOutcome.NoFurtherContact => "The person wants no further contact",
        ClosingOutcome.NotReached => "The person could not be reached",
        ClosingOutcome.AnotherLandlord => "Another landlord has it",
        ClosingOutcome.NotHate => "Not hate: plain nuisance",
        _ => outcome.ToString(),
    };

    /// <summary>How a person is about what was done.</summary>
    public static string Of(Satisfaction view) => view switch
    {
        Satisfaction.Satisfied => "Satisfied",
        Satisfaction.Partly => "Partly satisfied",
        Satisfaction.Not => "Not satisfied",
        Satisfaction.DidNotSay => "They did not say",
        _ => view.ToString(),
    };

    /// <summary>What keeps a case from being closed, and what to do.</summary>
    public static string Of(ClosingBlock block, CaseTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return block switch
        {
            ClosingBlock.NoView => "Their own view of what was done is not recorded. Ask them, and record it under “Record their view”.",
            ClosingBlock.Unread => "They wrote, and nobody has read it. Show the exact words and read it.",
            ClosingBlock.Talking => "A conversation with them is open, or they wait for one. Finish it and step out of it.",
            ClosingBlock.Undelivered => "Something we wrote has not reached them. Wait until it has; if it failed, reach them another safe way and write a note of it.",
            ClosingBlock.NoContact => $"Nobody has spoken with them. Record first contact, or {times.UnreachedAttempts} attempts on {times.UnreachedDays} different working days.",
            _ => block.ToString(),
        };
    }
}
