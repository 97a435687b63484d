using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// Where and when it happened, in one answer. What cannot be read as a time or a place is never refused: the words stand,
/// and the part that is missing is asked for once (<see cref="WhereItHappened"/>, <see cref="WhenItHappened"/>).
/// </summary>
public sealed class WhereAndWhen(Extractor extractor) : QuestionDialog(Question.WhereAndWhen)
{
    /// <inheritdoc />
    public override Answer? FromAccount(Extraction extraction, DateTimeOffset now) => extraction is { When: null, Place: null }
        ? null
        : new Answer { Question = QuestionId, Kind = AnswerKind.Given, Place = extraction.Place?.Value, When = extraction.When?.Value, At = now };

    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var words = turn.Input.Words;
        if (words.Length == 0)
            return Reading.AskAgain(turn.Input.Files.IsEmpty ? "WhereAndWhen_Retry" : "WhereAndWhen_File");
        if (turn.Phrases.Means("Words_NotSure", words))
            return Reading.Of(Passed(AnswerKind.NotSure, turn));
        // Words in another language say where and when to a person, not to us.
        var when = turn.Language is not null ? null : extractor.Read(words, turn.Now).When?.Value ?? extractor.When(words, turn.Now);
        return Reading.Of(Given(turn) with { Place = SaysMoreThan(words, when) ? words : null, When = when });
    }

    /// <inheritdoc />
    public override void Keep(ConversationTurn turn, Answer answer)
    {
        turn.Draft = turn.Draft.Without(Question.Where).Without(Question.When);
        base.Keep(turn, answer);
    }

    // "last Tuesday about 6" says when and nothing else; "outside my flat last Tuesday" says where as well.
    private static bool SaysMoreThan(string words, IncidentTime? when)
    {
        var rest = when is null ? words : words.Replace(when.Words, " ", StringComparison.OrdinalIgnoreCase);
        return rest.Count(char.IsLetter) >= 4;
    }
}
