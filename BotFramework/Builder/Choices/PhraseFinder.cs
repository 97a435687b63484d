using System.Collections.Frozen;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds the words of a choice, in their order, among the words someone used.</summary>
internal sealed class PhraseFinder(List<Word> utterance, FindValuesOptions options)
{
    private const int DefaultDistance = 2;

    // Words too common to stand for a choice alone, when some of its words are enough.
    private static readonly FrozenSet<string> Common = new[]
    {
        "a", "an", "and", "are", "at", "be", "by", "do", "for", "from", "had", "has", "have", "he", "i", "in", "is", "it", "its", "me",
        "my", "no", "not", "of", "on", "one", "or", "our", "she", "so", "that", "the", "their", "them", "they", "this", "to", "was", "we",
        "were", "with", "you", "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly int _distance = options.MaxTokenDistance ?? DefaultDistance;

    /// <summary>Adds what is found of this phrase, at most one match for each word it could begin with.</summary>
    public void Find(int index, string phrase, List<ChoiceMatch> matches)
    {
        var sought = Word.Split(phrase);
        for (var start = 0; start < utterance.Count && sought.Count > 0; start++)
            if (MatchFrom(start, sought) is { } found)
                matches.Add(new ChoiceMatch(index, phrase, start, found.Last, found.Matched, found.Score));
    }

    private (int Last, int Matched, float Score)? MatchFrom(int start, List<Word> sought)
    {
        var (next, last, matched, telling) = (start, start, 0, false);
        foreach (var word in sought)
        {
            var place = PlaceOf(word.Text, next, matched == 0 ? start : last + _distance + 1);
            if (place < 0 && options.AllowPartialMatches)
                continue;
            if (place < 0)
                return null;
            (next, last, matched) = (place + 1, place, matched + 1);
            telling |= !Common.Contains(word.Text);
        }

        if (matched == 0 || (matched < sought.Count && !telling))
            return null;
        var others = last - start + 1 - matched;
        return (last, matched, (float)matched / sought.Count * matched / (matched + others));
    }

    private int PlaceOf(string word, int from, int to)
    {
        for (var place = from; place <= to && place < utterance.Count; place++)
            if (utterance[place].Text == word)
                return place;
        return -1;
    }
}
