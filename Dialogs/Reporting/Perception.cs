using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// What they think it was about. Suggestions stand first, unticked, with the words they came from; only what the person
/// chooses is their perception (policy 3.2). What was suggested is kept beside it for staff.
/// </summary>
public sealed class Perception(Recogniser recogniser)
    : ChoiceQuestion(Question.Perception, [.. Enum.GetValues<Characteristic>().Select(c => c.Label())], several: true, takesWords: true)
{
    /// <inheritdoc />
    public override void Keep(ConversationTurn turn, Answer answer) =>
        base.Keep(turn, answer with { Suggested = Suggestions.Characteristics(recogniser.Read(turn.Draft.AccountText), turn.Draft.AccountText) });

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
    protected override string AskKey(ConversationTurn turn) =>
        recogniser.Read(turn.Draft.AccountText).Characteristics.IsEmpty ? "Perception_Ask" : "Perception_AskWithSuggestions";

    /// <inheritdoc />
    protected override ImmutableArray<CardChoice> ChoicesFor(ConversationTurn turn)
    {
        var account = turn.Draft.AccountText;
        var suggested = Suggestions.Characteristics(recogniser.Read(account), account);
        var choices = base.ChoicesFor(turn);
        if (suggested.IsEmpty)
            return choices;
        var ordered = ImmutableArray.CreateBuilder<CardChoice>(choices.Length);
        foreach (var choice in choices)
            if (suggested.FirstOrDefault(s => s.Value == choice.Value) is { } suggestion)
                ordered.Add(choice with { Suggested = true, Hint = turn.Phrases.With("Perception_Evidence", Suggestions.Quote(suggestion.Evidence, turn.Phrases)) });
        foreach (var choice in choices)
            if (suggested.All(s => s.Value != choice.Value))
                ordered.Add(choice);
        return ordered.MoveToImmutable();
    }
}
