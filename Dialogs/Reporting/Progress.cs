using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Reporting;

/// <summary>How far a person is, in words. It counts what is left to ask, so it is never wrong after a change.</summary>
public static class Progress
{
    /// <summary>"About 4 questions left", or null where a count would not help.</summary>
    public static string? Of(ConversationTurn turn)
    {
        var left = QuestionOrder.Left(turn.Memory.Draft);
        return left switch
        {
            0 => null,
            1 => turn.Phrases["Progress_One"],
            _ => turn.Phrases.With("Progress_Some", left),
        };
    }
}
