using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Is anyone in danger, and is it safe to type. 999 stands above it; it is asked first and watched ever after.</summary>
public sealed class Safety() : ChoiceQuestion(Question.Safety, SafetyChoice.All)
{
    private static readonly ImmutableArray<string> Others = [Ways.Support, Ways.Policy, Ways.FollowUp];

    /// <inheritdoc />
    protected override bool OffersNotSure => false;

    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var reading = base.Read(turn);
        // The question stays open for when it is safe: nobody is asked to go on typing.
        if (reading.Answer?.Choices.Contains(SafetyChoice.CannotType) is true)
            return Reading.AskAgain("Safety_CannotType");
        if ((reading.Answer is { } answer && (!answer.Choices.Contains(SafetyChoice.Safe) || SaysNothingElse(turn))) || turn.Input.Words.Length == 0)
            return reading;
        // Someone who starts with what happened is heard: the words are the account, and the gate is asked once more.
        return turn.Input.Words.Length < 25 ? Reading.AskAgain("Safety_Retry") : Reading.AskAgain("Safety_AfterAccount");
    }

    /// <inheritdoc />
    protected override QuestionCard CardFor(ConversationTurn turn) => turn.Memory.Draft is { Account.IsEmpty: false }
        ? base.CardFor(turn)
        : base.CardFor(turn) with { Topics = [.. Others.Select(way => new CardChoice(way, turn.Phrases["Way_" + way[1..]]))] };

    // "No" stands in "yes and no" and in "there is no way out": typed words mean that all is well only when they say nothing else.
    private static bool SaysNothingElse(ConversationTurn turn) =>
        turn.Input.Choices.Contains(SafetyChoice.Safe) || turn.Phrases.Means("Safety_safe_Words", turn.Input.Words);
}
