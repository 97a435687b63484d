namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Finds choices in someone's words: by their own words whatever the case and the accents, by synonyms, or by their place in the list.
/// Of several that claim the same words the one that explains more of them wins; when two explain them equally well, neither does.
/// </summary>
public static class ChoiceRecognizers
{
    private const string TypeName = "choice";

    /// <summary>The choices found, in the order they were named.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>The choices found, in the order they were named.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        options ??= new FindChoicesOptions();
        if (string.IsNullOrWhiteSpace(utterance) || list.Count == 0)
            return [];
        var words = Word.Split(utterance);
        if (Whole(utterance, words, list, options) is { } whole)
            return whole;
        var named = ByWords(words, list, options);
        var results = new List<ModelResult<FoundChoice>>();
        foreach (var match in named)
            results.Add(Found(utterance, words, match, list));
        if (results.Count == 0 && (options.RecognizeNumbers || options.RecognizeOrdinals))
            foreach (var (position, first, last) in new PositionFinder(utterance, words, list.Count).Find(options.RecognizeNumbers, options.RecognizeOrdinals))
                results.Add(Found(utterance, words, new ChoiceMatch(position, null, first, last, 1, 1), list));
        return results;
    }

    // Exactly the words of one choice and nothing else: the usual answer, and the only way to name a choice that has no letters.
    private static List<ModelResult<FoundChoice>> Whole(string utterance, List<Word> words, IList<Choice> list, FindChoicesOptions options)
    {
        for (var index = 0; index < list.Count; index++)
            foreach (var phrase in Phrases(list[index], options))
                if (IsWhole(utterance, words, phrase))
                    return [Result(utterance.Trim(), utterance.Length - utterance.TrimStart().Length, list[index], index, phrase, 1)];
        return null;
    }

    private static bool IsWhole(string utterance, List<Word> words, string phrase)
    {
        var sought = Word.Split(phrase);
        return sought.Count > 0 ? Word.Same(words, sought) : utterance.AsSpan().Trim().SequenceEqual(phrase.AsSpan().Trim());
    }

    private static List<ChoiceMatch> ByWords(List<Word> words, IList<Choice> list, FindChoicesOptions options)
    {
        var matches = new List<ChoiceMatch>();
        var finder = new PhraseFinder(words, options);
        for (var index = 0; index < list.Count; index++)
            foreach (var phrase in Phrases(list[index], options))
                finder.Find(index, phrase, matches);
        matches.Sort(ChoiceMatch.BestFirst);

        var claimed = new List<ChoiceMatch>();
        var chosen = new List<ChoiceMatch>();
        foreach (var match in matches)
        {
            if (claimed.Exists(taken => taken.Index == match.Index || taken.Overlaps(match)))
                continue;
            claimed.Add(match);
            if (!matches.Exists(match.CannotBeToldFrom))
                chosen.Add(match);
        }

        chosen.Sort((one, other) => one.First.CompareTo(other.First));
        return chosen;
    }

    private static IEnumerable<string> Phrases(Choice choice, FindChoicesOptions options)
    {
        if (!options.NoValue && !string.IsNullOrWhiteSpace(choice.Value))
            yield return choice.Value;
        if (!options.NoAction && !string.IsNullOrWhiteSpace(choice.Action?.Title))
            yield return choice.Action.Title;
        foreach (var synonym in choice.Synonyms ?? [])
            if (!string.IsNullOrWhiteSpace(synonym))
                yield return synonym;
    }

    private static ModelResult<FoundChoice> Found(string utterance, List<Word> words, ChoiceMatch match, IList<Choice> list)
    {
        var (start, end) = (words[match.First].Start, words[match.Last].End);
        return Result(utterance[start..(end + 1)], start, list[match.Index], match.Index, match.Phrase, match.Score);
    }

    private static ModelResult<FoundChoice> Result(string text, int start, Choice choice, int index, string phrase, float score) => new()
    {
        Text = text,
        Start = start,
        End = start + text.Length - 1,
        TypeName = TypeName,
        Resolution = new FoundChoice { Value = choice.Value, Index = index, Score = score, Synonym = phrase == choice.Value ? null : phrase },
    };
}
