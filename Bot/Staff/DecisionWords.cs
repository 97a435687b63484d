using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Staff;

/// <summary>What the console says of decisions: what was judged, how a case was closed, and what came after.</summary>
public static class DecisionWords
{
    /// <summary>The line of a decision in the history of a case; null for anything else.</summary>
    public static HistoryLine? Of(CaseEvent happened, string who)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened switch
        {
            JudgementMade judged => new(happened.At, $"{who} judged it: {StaffWords.Inside(StaffWords.Of(judged.Judgement))}.", judged.Reason),
            RiskOverridden set => new(happened.At, $"{who} set the risk: {StaffWords.Inside(StaffWords.Of(set.Band))}.", set.Reason),
            PerceivedAsHate perceived => new(happened.At, $"{Perceived(perceived, who)}{(perceived.About.IsEmpty ? "" : $" About: {string.Join(", ", perceived.About.Select(StaffWords.Of))}.")}", perceived.Remark),
            ViewRecorded view => new(happened.At, $"{who} recorded the person's own view: {StaffWords.Inside(StaffWords.Of(view.View))}.", null),
            NotHateProposed proposed => new(happened.At, $"{who} asked to close it as plain nuisance. A second person has to agree. Until then it stays a case of hate.", proposed.Reason),
            NotHateRefused refused => new(happened.At, $"{who} did not agree that it is plain nuisance. It stays a case of hate.", refused.Reason),
            CaseClosed closed => new(happened.At, Closed(closed, who), closed.Reason),
            CaseReopened reopened => new(happened.At, $"{who} opened the case again.", reopened.Reason),
            FollowUpFellDue => new(happened.At, "It is time to speak with the person again.", null),
            FollowUpMade made => new(happened.At, $"{who} spoke with them again. {StaffWords.Of(made.Way)}, {StaffTime.Full(made.SpokeAt)}.{TalkWords.Of(made.Override)}", made.Summary),
            FollowUpTried tried => new(happened.At, Tried(tried, who), tried.Note),
            _ => null,
        };
    }

    /// <summary>What is said of a decision that was not carried out; null for any other outcome.</summary>
    public static string? Of(CaseOutcome outcome, DateTimeOffset now) => outcome switch
    {
        CaseDecidedMeanwhile other => $"{other.By.Name} decided this at {StaffTime.Of(other.At, now)}, while your page was open. Nothing was changed. What you typed is still in the form: read what they wrote, then send it again if it still holds.",
        CaseIsClosed closed => $"{closed.By.Name} closed this case at {StaffTime.Of(closed.At, now)}. Nothing was recorded. Open the case again first if this is needed.",
        ClosingBlocked => "The case was not closed. What keeps it open, and what to do, stands under “Close the case”. What you typed is still there.",
        CaseNotTaken => "Nobody has this case. Take it first, then close it. What you typed is still in the form.",
        CaseIsOpen => "This case is open already. Nothing was changed.",
        NothingToConfirm => "Nothing waits for a second person here any more. Nothing was changed.",
        SecondPersonNeeded second => $"{second.First.Name} asked for this, so it takes somebody else, who oversees. Nothing was changed.",
        NothingToFollowUp => "There is nothing to follow up in this case any more. What you typed was not recorded: add it as a note if it is needed.",
        _ => null,
    };

    /// <summary>What is said of a decision that was made, by its short name; null for any other.</summary>
    public static string? Done(string? done) => done switch
    {
        "judged" => "Your judgement is recorded. It can be changed later; the history keeps both.",
        "risk" => "The risk is set. The case has its place in the queue by it.",
        "perceived" => "It is recorded that somebody perceives this as hate.",
        "view" => "Their own view is recorded.",
        "proposed" => "A second person is asked. Until they agree, this stays an open case of hate.",
        "closed" => "The case is closed.",
        "refused" => "You did not agree. The case stays open, and a case of hate.",
        "reopened" => "The case is open again.",
        "followed-up" => "The conversation is recorded. Nothing more is to be followed up.",
        "follow-up-tried" => "The attempt is recorded.",
        _ => null,
    };

    /// <summary>The commands by which a closed case opened again of itself, because the person wrote or reported.</summary>
    public static IReadOnlySet<Guid> OpenedAgain(ImmutableArray<CaseEvent> history)
    {
        var (commands, isClosed) = (new HashSet<Guid>(), false);
        foreach (var happened in history)
        {
            if (isClosed && CaseClosed.IsEndedBy(happened) && happened is not CaseReopened)
                commands.Add(happened.Command);
            isClosed = happened is CaseClosed || (isClosed && !CaseClosed.IsEndedBy(happened));
        }

        return commands;
    }

    private static string Perceived(PerceivedAsHate perceived, string who) => perceived.Perceiver is Perceiver.Staff
        ? $"{who} perceives it as hate."
        : $"{who} recorded who perceives it as hate: {StaffWords.Inside(StaffWords.Of(perceived.Perceiver))}.";

    private static string Closed(CaseClosed closed, string who) =>
        $"{who} closed the case: {StaffWords.Inside(StaffWords.Of(closed.Outcome))}.{(closed.ProposedBy is { } first ? $" {first.Name} had asked for it." : "")}"
        + (closed.FollowUpAt is { } at ? $" They are to be spoken with again from {StaffTime.Full(at)}." : "");

    private static string Tried(FollowUpTried tried, string who) =>
        $"{who} tried to speak with them again. {StaffWords.Of(tried.Way)}, {StaffTime.Full(tried.TriedAt)}: {StaffWords.Inside(StaffWords.Of(tried.Outcome))}."
        + TalkWords.Of(tried.Override)
        + (tried.IsLast ? " That was the last attempt that is set, so nothing more is to be followed up." : "");
}
