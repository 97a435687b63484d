using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>The check-answers summary of a draft, and who will be told what.</summary>
public static class Summary
{
    /// <summary>The summary as it is shown before sending.</summary>
    public static SummaryCard Of(ReportDraft draft, Phrases phrases)
    {
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        foreach (var question in QuestionOrder.ShortPath)
            if (question != Question.Safety && (question is not (Question.Where or Question.When) || draft.HasAnswered(question)))
                rows.Add(Row(question, draft, phrases));
        foreach (var question in QuestionOrder.Further)
            if (draft.HasAnswered(question))
                rows.Add(Row(question, draft, phrases));
        if (!draft.Files.IsEmpty && !draft.HasAnswered(Question.Evidence))
            rows.Add(Row(Question.Evidence, draft, phrases));
        return new SummaryCard { Rows = rows.ToImmutable(), Sharing = Sharing(draft, phrases) };
    }

    private static SummaryRow Row(string question, ReportDraft draft, Phrases phrases)
    {
        var key = QuestionDialog.KeyOf(question);
        var label = phrases[key + "_Label"];
        return new SummaryRow(question, label, AnswerFor(question, draft, phrases), phrases.With("Change_One", label));
    }

    private static string AnswerFor(string question, ReportDraft draft, Phrases phrases) => question switch
    {
        Question.Account => draft.AccountText,
        Question.Evidence when !draft.Files.IsEmpty => phrases.With("Evidence_Count", draft.Files.Length),
        _ when draft[question] is { FromAccount: true } read => phrases.With("FromYourWords", AnswerText.Of(phrases, read)),
        _ => AnswerText.Of(phrases, draft[question]),
    };

    private static ImmutableArray<string> Sharing(ReportDraft draft, Phrases phrases)
    {
        var told = draft.Chosen(Question.WhoMayBeTold).Remove(ToldOnwardChoice.NoOne);
        var lines = ImmutableArray.CreateBuilder<string>(3);
        lines.Add(phrases["Sharing_Us"]);
        lines.Add(told.IsEmpty
            ? phrases["Sharing_NoOne"]
            : phrases.With("Sharing_Chosen", string.Join(phrases["ListSeparator"], told.Select(body => AnswerText.Label(phrases, Question.WhoMayBeTold, body)))));
        lines.Add(phrases["Sharing_Risk"]);
        return lines.ToImmutable();
    }
}
