using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>What they think it was about (policy 3.2). It is never overruled or doubted.</summary>
public sealed class Perception(AccountReader reader, SlurMask mask)
    : SuggestingQuestion(Question.Perception, [.. Enum.GetValues<Characteristic>().Select(c => c.Label())], reader, mask)
{
    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var reading = base.Read(turn);
        // Words that name no choice are their own view of it: kept, and counted under "something else".
        return reading.Answer is { Kind: AnswerKind.Given, Choices.IsEmpty: true } answer
            ? Reading.Of(answer with { Choices = [Characteristic.SomethingElse.Label()] })
            : reading;
    }

    /// <inheritdoc />
    protected override ImmutableArray<Suggestion> Suggested(Recognition recognition, string account) =>
        Suggestions.Characteristics(recognition, account);
}
