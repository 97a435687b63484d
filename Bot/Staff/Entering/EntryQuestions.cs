using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>A question of a report as staff fill it in for somebody.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Label">What it asks, in two to six words.</param>
/// <param name="Ask">How the assistant asks it, to be read out; null when it is not asked alone.</param>
/// <param name="Choices">What can be chosen; empty for a free answer.</param>
/// <param name="Several">True when several may be chosen together.</param>
/// <param name="TakesWords">True when words are an answer.</param>
public sealed record EntryQuestion(string Id, string Label, string? Ask, ImmutableArray<string> Choices, bool Several, bool TakesWords)
{
    /// <summary>That they do not know.</summary>
    public const string NotSure = ChoiceQuestion.NotSure;

    /// <summary>That they would rather not say.</summary>
    public const string NotSaid = "not-said";

    /// <summary>What can be chosen, with not knowing and not saying last.</summary>
    public IEnumerable<string> All => Choices.IsEmpty ? [] : [.. Choices, NotSure, NotSaid];

    /// <summary>A choice in words.</summary>
    public string Of(string choice) => choice switch
    {
        NotSure => "They are not sure",
        NotSaid => "They would rather not say",
        _ => StaffWords.Choice(Id, choice),
    };
}

/// <summary>The questions of the conversation, for staff who ask them: the same ids, choices and order, so that a report is the same however it came.</summary>
public sealed class EntryQuestions
{
    // These have boxes of their own, or make no sense on somebody else's behalf.
    private static readonly ImmutableHashSet<string> Elsewhere =
        [Question.Safety, Question.Account, Question.WhereAndWhen, Question.Where, Question.When, Question.Contact, Question.Evidence];

    private readonly FrozenDictionary<string, EntryQuestion> _all;
    private readonly FrozenDictionary<string, ChoiceQuestion> _choices;
    private readonly Phrases _phrases;

    /// <summary>Reads what the conversation asks.</summary>
    public EntryQuestions(IEnumerable<QuestionDialog> dialogs, Phrases phrases)
    {
        var all = dialogs.ToList();
        _all = all.ToFrozenDictionary(dialog => dialog.QuestionId, dialog => Of(dialog, phrases));
        _choices = all.OfType<ChoiceQuestion>().ToFrozenDictionary(dialog => dialog.QuestionId);
        _phrases = phrases;
    }

    /// <summary>Every question that is one field of a form, in the order of the conversation.</summary>
    public IEnumerable<EntryQuestion> InOrder => QuestionOrder.ShortPath.Concat(QuestionOrder.Further).Where(id => !Elsewhere.Contains(id)).Select(id => _all[id]);

    /// <summary>A question; null when there is none of that id.</summary>
    public EntryQuestion? Find(string id) => _all.GetValueOrDefault(id);

    /// <summary>True when the words are no more than a choice of the question, or that nobody knows: an answer, however like a cry it is.</summary>
    public bool IsAnswer(string id, string words) =>
        _phrases.Means("Words_NotSure", words) || (_choices.TryGetValue(id, out var question) && question.Offers(_phrases, words));

    /// <summary>The questions a report leaves open that still make sense for it, in order. How it began and what happened are not asked again.</summary>
    public ImmutableArray<EntryQuestion> OpenIn(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return
        [
            .. QuestionOrder.ShortPath.Concat(QuestionOrder.Further)
                .Where(id => id is not (Question.Safety or Question.Account or Question.Evidence) && !told.HasAnswered(id) && QuestionOrder.Applies(id, told))
                .Select(id => _all[id]),
        ];
    }

    /// <summary>The questions a report has an answer to that may be given anew, in order.</summary>
    public ImmutableArray<EntryQuestion> AnewIn(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return [.. QuestionOrder.ShortPath.Concat(QuestionOrder.Further).Where(id => CaseCircumstances.IsSaidAnew(id) && told.HasAnswered(id)).Select(id => _all[id])];
    }

    private static EntryQuestion Of(QuestionDialog dialog, Phrases phrases)
    {
        var choice = dialog as ChoiceQuestion;
        return new EntryQuestion(
            dialog.QuestionId,
            StaffWords.QuestionOf(dialog.QuestionId),
            phrases.Find(QuestionDialog.KeyOf(dialog.QuestionId) + "_Ask"),
            choice?.Values ?? [],
            choice?.TakesSeveral ?? false,
            choice?.TakesWords ?? true);
    }
}
