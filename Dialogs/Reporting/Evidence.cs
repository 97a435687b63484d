using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Photos, video, messages or documents. Files are taken at any time; here they are asked for.</summary>
public sealed class Evidence() : QuestionDialog(Question.Evidence)
{
    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn) => turn.Input.IsEmpty
        ? Reading.AskAgain("Evidence_Retry")
        : Reading.Of(Given(turn));

    /// <inheritdoc />
    protected override QuestionCard CardFor(ConversationTurn turn) => base.CardFor(turn) with { AsksForFiles = true };
}
