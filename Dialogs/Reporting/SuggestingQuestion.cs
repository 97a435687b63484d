using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// A question whose choices the account may suggest: those stand first, unticked, with the person's own words. Only what they
/// choose is their answer; what was suggested is kept beside it for staff.
/// </summary>
public abstract class SuggestingQuestion(string question, ImmutableArray<string> values, AccountReader reader, SlurMask mask)
    : ChoiceQuestion(question, values, several: true, takesWords: true)
{
    /// <inheritdoc />
    public override void Keep(ConversationTurn turn, Answer answer) => base.Keep(turn, answer with { Suggested = Suggested(turn) });

    /// <summary>What is suggested, from what was recognised in the account.</summary>
    protected abstract ImmutableArray<Suggestion> Suggested(Recognition recognition, string account);

    /// <summary>What is suggested in this turn.</summary>
    protected ImmutableArray<Suggestion> Suggested(ConversationTurn turn) => Suggested(reader.Recognised(turn), turn.Draft.AccountText);

    /// <inheritdoc />
    protected override string AskKey(ConversationTurn turn) => Suggested(turn).IsEmpty ? base.AskKey(turn) : Key + "_AskWithSuggestions";

    /// <inheritdoc />
    protected override ImmutableArray<CardChoice> ChoicesFor(ConversationTurn turn)
    {
        var suggested = Suggested(turn);
        var choices = base.ChoicesFor(turn);
        if (suggested.IsEmpty)
            return choices;
        var ordered = ImmutableArray.CreateBuilder<CardChoice>(choices.Length);
        foreach (var choice in choices)
            if (Of(suggested, choice) is { } suggestion)
                ordered.Add(choice with { Suggested = true, Hint = turn.Phrases.With("Suggested_Evidence", Quote(suggestion, turn.Phrases)) });
        foreach (var choice in choices)
            if (Of(suggested, choice) is null)
                ordered.Add(choice);
        return ordered.MoveToImmutable();
    }

    private static Suggestion? Of(ImmutableArray<Suggestion> suggested, CardChoice choice)
    {
        foreach (var suggestion in suggested)
            if (suggestion.Value == choice.Value)
                return suggestion;
        return null;
    }

    // At most three, in the person's own words; a slur is not said back to them in full.
    private string Quote(Suggestion suggestion, Phrases phrases) =>
        string.Join(phrases["ListSeparator"], suggestion.Evidence.Take(3).Select(words => $"“{mask.Mask(words)}”"));
}
