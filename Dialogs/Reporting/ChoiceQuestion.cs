using System.Collections.Immutable;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>A question with choices. Every choice may be pressed, named or numbered; words beside it are kept.</summary>
/// <param name="question">The question's id.</param>
/// <param name="values">The values, in the order offered.</param>
/// <param name="several">True when several may be chosen together.</param>
/// <param name="takesWords">True when words that name no choice are an answer too.</param>
public abstract class ChoiceQuestion(string question, ImmutableArray<string> values, bool several = false, bool takesWords = false)
    : QuestionDialog(question)
{
    /// <summary>The choice that says the person does not know.</summary>
    public const string NotSure = "not-sure";

    private static readonly string[] Between = [" and ", " or ", ",", "&", "+", "/"];

    /// <summary>The choices as they are known to be: the values of this question.</summary>
    public ImmutableArray<string> Values { get; } = values;

    /// <summary>True when several may be chosen together.</summary>
    public bool TakesSeveral { get; } = several;

    /// <summary>True when words that name no choice are an answer too.</summary>
    public bool TakesWords { get; } = takesWords;

    /// <summary>True when "I'm not sure" is offered.</summary>
    protected virtual bool OffersNotSure => true;

    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var chosen = ImmutableArray.CreateBuilder<string>();
        foreach (var choice in turn.Input.Choices)
            if (choice == NotSure)
                return Reading.Of(Passed(AnswerKind.NotSure, turn));
            else if (Values.Contains(choice) && !chosen.Contains(choice))
                chosen.Add(choice);
        if (chosen.Count == 0 && turn.Input.Words.Length > 0)
            return ReadWords(turn);
        return chosen.Count == 0 || (!TakesSeveral && chosen.Count > 1)
            ? Reading.AskAgain(TakesSeveral ? "ChooseSome_Retry" : "ChooseOne_Retry")
            : Reading.Of(Given(turn) with { Choices = InOrder(chosen) });
    }

    /// <summary>True when the words are a choice of this question, or several where it takes them, each named in full or by one of the ways of saying it, and no more.</summary>
    public bool Offers(Phrases phrases, string words) =>
        IsChoice(phrases, words) || (TakesSeveral && words.Split(Between, StringSplitOptions.TrimEntries).All(part => IsChoice(phrases, part)));

    /// <inheritdoc />
    protected override QuestionCard CardFor(ConversationTurn turn) => base.CardFor(turn) with { Several = TakesSeveral };

    /// <inheritdoc />
    protected override ImmutableArray<CardChoice> ChoicesFor(ConversationTurn turn)
    {
        var choices = ImmutableArray.CreateBuilder<CardChoice>(Values.Length + 2);
        foreach (var value in Values)
            choices.Add(new CardChoice(value, Label(turn.Phrases, value), Hint(turn.Phrases, value)));
        if (OffersNotSure)
            choices.Add(new CardChoice(NotSure, turn.Phrases["NotSure"]));
        if (CanSkip)
            choices.Add(new CardChoice(Ways.Skip, turn.Phrases["Skip"]));
        return choices.ToImmutable();
    }

    /// <summary>The words of a choice.</summary>
    protected string Label(Phrases phrases, string value) => AnswerText.Label(phrases, QuestionId, value);

    private string? Hint(Phrases phrases, string value) => phrases.Find($"{Key}_{value}_Hint");

    private bool IsChoice(Phrases phrases, string words) => Values.Any(value => Names(phrases, value).Any(name => Phrases.AreSame(name, words)));

    private List<string> Names(Phrases phrases, string value) => [Label(phrases, value), .. phrases.Alternatives($"{Key}_{value}_Words")];

    private Reading ReadWords(ConversationTurn turn)
    {
        var words = turn.Input.Words;
        if (OffersNotSure && turn.Phrases.Means("Words_NotSure", words))
            return Reading.Of(Passed(AnswerKind.NotSure, turn));
        if (words.Length <= 200)
        {
            var found = Recognise(turn.Phrases, words);
            if (found.Count == 1 || (TakesSeveral && found.Count > 1))
                return Reading.Of(Given(turn) with { Choices = InOrder(found) });
            if (found.Count > 1)
                return Reading.AskAgain("ChooseOneOfTwo_Retry");
        }

        return TakesWords ? Reading.Of(Given(turn)) : Reading.AskAgain(TakesSeveral ? "ChooseSome_Retry" : "ChooseOne_Retry");
    }

    private List<string> Recognise(Phrases phrases, string words)
    {
        var choices = new List<Choice>(Values.Length);
        foreach (var value in Values)
            choices.Add(new Choice(value)
            {
                Synonyms = Names(phrases, value),
            });
        var found = new List<string>();
        foreach (var result in ChoiceRecognizers.RecognizeChoices(words, choices, new FindChoicesOptions { NoValue = true, AllowPartialMatches = false }))
            if (!found.Contains(result.Resolution.Value))
                found.Add(result.Resolution.Value);
        return found;
    }

    private ImmutableArray<string> InOrder(IList<string> chosen)
    {
        var ordered = ImmutableArray.CreateBuilder<string>(chosen.Count);
        foreach (var value in Values)
            if (chosen.Contains(value))
                ordered.Add(value);
        return ordered.ToImmutable();
    }
}
