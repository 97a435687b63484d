using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Entering;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Calling;

/// <summary>A question that is still open, to be asked on a call.</summary>
/// <param name="Question">The question.</param>
/// <param name="Said">What in their own words speaks of it already, slurs not in full; empty when nothing does.</param>
public sealed record OpenQuestionLine(EntryQuestion Question, ImmutableArray<string> Said);

/// <summary>What to know before and during a call about one report, worked out for one moment. It counts answers staff added.</summary>
public sealed record CallCard
{
    private static readonly TimeSpan OverrideHolds = TimeSpan.FromHours(1);

    /// <summary>The report, with the answers staff added.</summary>
    public required Report Report { get; init; }

    /// <summary>What a call now goes against; empty when nothing they said does.</summary>
    public required ImmutableArray<ContactDanger> Dangers { get; init; }

    /// <summary>The first moment from now on that their safe times allow, UTC; null when they named none that could be read.</summary>
    public required DateTimeOffset? NextTime { get; init; }

    /// <summary>The named reason this member of staff has given, within the hour, to call all the same; null when they gave none.</summary>
    public required ContactOverride? Override { get; init; }

    /// <summary>The questions that are open and make sense, in order.</summary>
    public required ImmutableArray<OpenQuestionLine> Open { get; init; }

    /// <summary>The questions about how to reach them, what is safe and who may be told that have an answer, which they may give anew.</summary>
    public required ImmutableArray<OpenQuestionLine> Anew { get; init; }

    /// <summary>True when they can only be answered through their return code.</summary>
    public bool IsAnonymous => Dangers.Contains(ContactDanger.Anonymous);

    /// <summary>True when nobody calls now without a named reason.</summary>
    public bool IsLocked => !Dangers.IsEmpty && Override is null;

    /// <summary>True when they said that a message may be left.</summary>
    public bool MayLeaveMessage => Report.Told.Chose(Question.Voicemail, VoicemailChoice.Yes) || IsMessageWithoutName;

    /// <summary>True when they said that a message may be left that does not say who we are.</summary>
    public bool IsMessageWithoutName => Report.Told.Chose(Question.Voicemail, VoicemailChoice.NoName);

    /// <summary>Whether a message may be left, in words.</summary>
    public string Voicemail => Report.Told.Chosen(Question.Voicemail) switch
    {
        [VoicemailChoice.Yes, ..] => "A message may be left. Say who we are, not what it is about.",
        [VoicemailChoice.NoName, ..] => "A message may be left without saying who we are.",
        [VoicemailChoice.No, ..] => "Leave no message.",
        _ => "They have not said whether a message is safe. Leave none.",
    };

    /// <summary>Works it out.</summary>
    /// <param name="full">The case.</param>
    /// <param name="report">The id of one of its reports.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="questions">The questions there are.</param>
    /// <param name="mask">Keeps slurs from being shown in full.</param>
    /// <param name="now">Now, UTC.</param>
    public static CallCard? Of(Case full, Guid report, StaffActor caller, EntryQuestions questions, SlurMask mask, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(full);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(questions);
        if (full.ReportOf(report) is not { } found)
            return null;
        return new CallCard
        {
            Report = found,
            Dangers = ContactSafety.Against(found.Told, ChannelChoice.Call, now, leavesMessage: false),
            NextTime = ContactSafety.NextTime(found.Told, now),
            Override = full.History.OfType<ContactPlanned>().LastOrDefault(plan => plan.Report == report && plan.By?.Id == caller.Who.Id
                && plan is { Way: ContactWay.Call, Override: not null } && plan.PlannedFor <= now && plan.PlannedFor > now - OverrideHolds)?.Override,
            Open = [.. questions.OpenIn(found.Told).Select(question => new OpenQuestionLine(question, [.. SaidAlready.On(question.Id, found).Select(mask.Mask)]))],
            Anew = [.. questions.AnewIn(found.Told).Select(question => new OpenQuestionLine(question, []))],
        };
    }
}

/// <summary>How a call ended, as one press on the card says it.</summary>
public enum CallOutcome
{
    /// <summary>They spoke.</summary>
    Spoke,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>They could not talk safely then.</summary>
    NotSafe,

    /// <summary>Somebody else answered.</summary>
    SomeoneElse,

    /// <summary>A message was left, where that is safe.</summary>
    MessageLeft,
}
