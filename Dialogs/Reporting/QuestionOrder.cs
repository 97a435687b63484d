using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// The order of the questions, in one place. The next is always the first that applies and has no answer; adding one
/// here asks it in every open conversation, and nothing stored knows a step number.
/// </summary>
public static class QuestionOrder
{
    /// <summary>The six answers of the shortest safe report; where and when are asked apart only if the one answer lacked one.</summary>
    public static readonly ImmutableArray<string> ShortPath =
    [
        Question.Safety, Question.Account, Question.Role, Question.WhereAndWhen, Question.Where, Question.When, Question.Perception, Question.Contact,
    ];

    private const int SixAnswers = 6;

    /// <summary>Offered after the short path, never demanded.</summary>
    public static readonly ImmutableArray<string> Further =
    [
        Question.AffectedPerson, Question.AffectedPersonKnows, Question.StaffDetails, Question.Age,
        Question.Behaviours, Question.Harm, Question.Damage, Question.Effect,
        Question.WhoDidIt, Question.SuspectDetail, Question.Witnesses, Question.Children,
        Question.Before, Question.Ongoing, Question.Evidence,
        Question.ToldAnyone, Question.PoliceReference,
        Question.Wants, Question.DoesNotWant, Question.WhoMayBeTold,
        Question.SafeChannels, Question.SafeTimes, Question.Voicemail, Question.CodeWord, Question.TrustedPerson, Question.PreferredWorker,
        Question.Needs, Question.Address,
    ];

    /// <summary>True for the id of a question there is.</summary>
    public static bool Knows(string question) => ShortPath.Contains(question) || Further.Contains(question);

    /// <summary>Whether a question makes sense for a draft, from what it already holds.</summary>
    public static bool Applies(string question, ReportDraft draft) => question switch
    {
        Question.Where => draft[Question.WhereAndWhen] is { Kind: AnswerKind.Given, Place: null },
        Question.When => draft[Question.WhereAndWhen] is { Kind: AnswerKind.Given, When: null },
        Question.AffectedPerson => Reports(draft, RoleChoice.OnBehalf, RoleChoice.Witness),
        Question.AffectedPersonKnows => Reports(draft, RoleChoice.OnBehalf),
        Question.StaffDetails => Reports(draft, RoleChoice.Staff, RoleChoice.Partner),
        Question.PoliceReference => draft.Chose(Question.ToldAnyone, ToldChoice.Police),
        Question.SafeChannels or Question.SafeTimes or Question.CodeWord or Question.TrustedPerson or Question.PreferredWorker => !IsAnonymous(draft),
        Question.Voicemail => !IsAnonymous(draft) && (draft.Chose(Question.SafeChannels, ChannelChoice.Call) || !draft.HasAnswered(Question.SafeChannels)),
        _ => true,
    };

    /// <summary>The question to ask next; null when everything that was offered and wanted is answered.</summary>
    public static string? Next(ReportDraft draft)
    {
        foreach (var question in ShortPath)
            if (IsOpen(question, draft))
                return question;
        if (!draft.WantsMoreQuestions)
            return null;
        foreach (var question in Further)
            if (IsOpen(question, draft))
                return question;
        return null;
    }

    /// <summary>How many questions are left to ask, 0 or more.</summary>
    public static int Left(ReportDraft? draft)
    {
        if (draft is null)
            return SixAnswers;
        var left = 0;
        foreach (var question in ShortPath)
            left += IsOpen(question, draft) ? 1 : 0;
        if (draft.WantsMoreQuestions)
            foreach (var question in Further)
                left += IsOpen(question, draft) ? 1 : 0;
        return left;
    }

    /// <summary>The question answered last, which "back" opens again; null at the start.</summary>
    public static string? Before(ReportDraft draft, string? open)
    {
        if (open == Question.Account)
            return draft.HasAnswered(Question.Safety) ? Question.Safety : null;
        for (var i = draft.Answers.Length - 1; i >= 0; i--)
        {
            var question = draft.Answers[i].Question;
            if (question == Question.Safety || draft.Answers[i].FromAccount)
                continue;
            return question;
        }

        return draft.AccountFinished ? Question.Account : draft.HasAnswered(Question.Safety) ? Question.Safety : null;
    }

    private static bool IsOpen(string question, ReportDraft draft) =>
        question == Question.Account ? !draft.AccountFinished : !draft.HasAnswered(question) && Applies(question, draft);

    private static bool IsAnonymous(ReportDraft draft) => draft[Question.Contact]?.Contact is { Anonymous: true };

    private static bool Reports(ReportDraft draft, params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (draft.Chose(Question.Role, role))
                return true;
        return false;
    }
}
