using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;

namespace ReportBot.Bot.Staff;

/// <summary>What is said of a command that was not carried out: who, when, and what is kept.</summary>
public static class OutcomeWords
{
    /// <summary>The words; empty for a command that was carried out.</summary>
    public static string Of(CaseOutcome outcome, DateTimeOffset now) => outcome switch
    {
        CaseHeld held => $"{held.Holder.Name} took this case at {StaffTime.Of(held.Since, now)}. Nothing was changed.",
        CaseNotHeld => "Nobody has this case, so there is nothing to give back.",
        CaseAlreadyContacted already => $"{already.Contact.By?.Name} recorded first contact at {StaffTime.Of(already.Contact.At, now)}. What you typed is still in the form and was not recorded: add it as a note if it is needed.",
        CaseNotTheirs => "You may look at cases and change none. Nothing was changed.",
        CaseAtTop => "The community safety manager has been asked about this case already. Nothing was changed.",
        CaseNotMissed => "No promise was missed then, or somebody has said why already. Nothing was changed.",
        ManagerNeeded => "Only a manager can do that, and never for themselves. Ask one. Nothing was changed.",
        NobodyLeft => "No other manager who may see this case would be left, and nobody could look after it. Ask an administrator to set one up first. Nothing was changed.",
        NotInvolved => "Somebody took this person out of the people involved meanwhile. What you typed is still in the form and was not recorded: add them again if they belong here.",
        InvolvedChangedMeanwhile { Last: var last } => $"{last.By?.Name} changed this person at {StaffTime.Of(last.At, now)}. What you typed is still in the form and was not recorded: see what stands now, and press again to have yours instead.",
        NotConnected => "That case has nothing in common with this one any more, or is not for you to see. Nothing was changed.",
        NoWall => "They may see this case already. Nothing was changed.",
        EvidenceNotThere => "This is no file that staff added, or somebody has taken it out already. Nothing was changed.",
        CaseIncomplete => "Nothing was recorded yet. See what is marked below.",
        VisitsNotMarked => "There is no marker to take off any more. Nothing was changed.",
        AnsweredAlready => "This question has an answer by now, and it stands. What you typed was not recorded: add it as a note if it is needed.",
        CaseMissing => "This case is not there any more, or not for you to see.",
        TaskNotOpen => "This task is not open any more: somebody has closed it. Nothing was changed.",
        UpdateNotRecorded => "This task is done by recording the update. Fill in “Record an update” below; the task closes with it.",
        ReferralElsewhere => "The referral is not at that step any more: somebody has gone on with it. Nothing was changed.",
        ConsentNeeded => "Nobody has agreed to this referral, or they took it back. Record their consent first. Nothing was passed on or changed.",
        ActionNotSafe => "It is not recorded, because it is not safe for the person. Arrange what makes it safe first, or choose another action. What you typed is still in the form.",
        PersonDoesNotWant => "Mediation is not proposed unless the person has said that they want it. Nothing was recorded. What you typed is still in the form.",
        ActionNotOpen => "What came of this action is on record already. Nothing was changed.",
        _ => DecisionWords.Of(outcome, now) ?? TalkWords.Of(outcome, now),
    };

    /// <summary>What is wrong with a field.</summary>
    public static string Of(FieldProblemKind problem) => problem switch
    {
        FieldProblemKind.Missing => "Fill this in.",
        FieldProblemKind.TooLong => $"Use at most {CaseRules.LongestWords} characters.",
        FieldProblemKind.InFuture => "This time is still to come.",
        FieldProblemKind.InPast => "This time has passed.",
        FieldProblemKind.BeforeReport => "This time is before the report came.",
        FieldProblemKind.NotAConversation => "A letter is an attempt, not a conversation. Record it as an attempt.",
        FieldProblemKind.NobodyThere => "Choose somebody who works on cases.",
        FieldProblemKind.Away => "They are away. Choose somebody who is there.",
        FieldProblemKind.NotTheirQueue => "They may not see this queue. Choose somebody who may, or another queue.",
        FieldProblemKind.NotAfter => "This must come after the beginning, and within a year.",
        FieldProblemKind.LongAgo => "This is more than a year ago. Check the year.",
        FieldProblemKind.NotSoMany => "Use a number from 0 to 30.",
        FieldProblemKind.HasIt => "They have it already.",
        FieldProblemKind.NotAPostcode => "This is no postcode of the UK. Type it like ME10 1AB, or leave it out.",
        FieldProblemKind.NotAPhoneNumber => "This is no telephone number of the UK. Put any other into the description.",
        FieldProblemKind.NoNumberOrAddress => "No telephone number of the UK and no e-mail address can be read in this. Type it like 07700 900123 or sam@example.org.",
        FieldProblemKind.StaysThere => "A suspect works for us or a contractor, so the case stays in the staff conduct queue. If that is wrong, change what is recorded of them first.",
        FieldProblemKind.WalledOff => "The case is kept from them: they have a conflict of interest in it.",
        FieldProblemKind.NotAWorkingDay => "Nobody works on this day. Choose a working day.",
        FieldProblemKind.TooFar => "This is too far ahead. Check the year.",
        FieldProblemKind.NotTriedEnough => "They were not tried often enough for that, or not on enough working days.",
        FieldProblemKind.NotSpoken => "Nobody has spoken with them, so this cannot be said. Choose another.",
        FieldProblemKind.DangerUnread => "The person wrote of danger, and nobody has read it. Show the exact words first.",
        FieldProblemKind.BeforeClosing => "This time is before the case was closed.",
        FieldProblemKind.AlreadyOpen => "There is an open referral to them already.",
        FieldProblemKind.NotAReference => "This does not look like a police reference. Examples: 46/12345/26, 123-201126.",
        FieldProblemKind.ConsentDoesNotFit => "Consent fits only a support service that the person agreed to. Choose another.",
        FieldProblemKind.NotInReport => "They did not choose this in their report. Choose one of the others.",
        FieldProblemKind.NotDisclosed => "Record under “Somebody outside was told” what the police were given, then record this.",
        _ => "This cannot be so.",
    };
}
