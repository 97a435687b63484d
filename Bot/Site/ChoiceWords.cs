using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Reporting;

namespace ReportBot.Bot.Site;

/// <summary>What was pressed, in the words that stood on the button, so that a person reads back what they chose.</summary>
public sealed class ChoiceWords(Phrases phrases)
{
    /// <summary>The words of a choice of a question; null when no phrase stands for it, as when it was made up.</summary>
    public string? Of(string? question, string choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        if (choice.StartsWith(Ways.ChangeOne, StringComparison.Ordinal))
            return IsId(choice.AsSpan(Ways.ChangeOne.Length))
                && phrases.Find(QuestionDialog.KeyOf(choice[Ways.ChangeOne.Length..]) + "_Label") is { } label ? phrases.With("Change_One", label) : null;
        if (choice.StartsWith('!'))
            return phrases.Find("Way_" + choice[1..]);
        if (choice == ChoiceQuestion.NotSure)
            return phrases["NotSure"];
        return question is not null && IsId(question) ? phrases.Find(QuestionDialog.KeyOf(question) + "_" + choice) : null;
    }

    // Words with single hyphens between them, as every question's id is.
    private static bool IsId(ReadOnlySpan<char> id) =>
        !id.IsEmpty && id[0] != '-' && id[^1] != '-' && id.IndexOf("--", StringComparison.Ordinal) < 0;
}
