using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Policy;

/// <summary>A term of a question.</summary>
/// <param name="Text">The term: a word's meaning, or two that stand together with a space between.</param>
/// <param name="Factor">How much of its weight counts, above 0 to 1: words like "who" or "you" only tip the balance.</param>
internal readonly record struct QuestionTerm(string Text, double Factor)
{
    /// <summary>True for two words that stand together.</summary>
    public bool IsPair => Text.Contains(' ', StringComparison.Ordinal);

    /// <summary>True for a word that says what a question is about.</summary>
    public bool IsContent => Factor == 1 && !IsPair;
}

/// <summary>Reduces a question to its terms: small words left out, words that mean the same made one, endings cut.</summary>
internal sealed class QuestionTerms
{
    private const int MostWords = 60;
    private const double Slight = 0.3;
    private const double Pair = 0.4;

    private static readonly FrozenSet<string> Small = Split("""
        a an the is are was were be been being am do does did done doing will would ill youll can could shall may might must
        of to in on at for with and or if by from as so it its this that these those there here any some just also about please really very then
        than but because thing things way lot kind one hello hi thanks okay ok have has had having exactly actually ever even own maybe perhaps
        together bit west kent out up off over into onto once until till before after get gets got getting go goes going want wants like need us right under though
        """).ToFrozenSet();

    // Whom a question is about and how it asks: little on their own, much in doubt.
    private static readonly FrozenDictionary<string, string> Helping = Meanings(
        "i im ive id me my mine myself", "you your youre youve yours we our ours us", "they them their theyre theyve he she him his her hers hes shes",
        "what whats which", "how", "who whos whose whom", "why whys", "where wheres", "should", "someone somebody anyone anybody people person",
        "tell told know say says said", "happen happens happened", "policy policies");

    private static readonly FrozenSet<string> Denials = Split(
        "not dont doesnt didnt isnt wasnt cant cannot wont never no without arent havent nothing").ToFrozenSet();

    private readonly FrozenDictionary<string, string> _same;

    /// <summary>The terms, with lists of words that mean the same; the first of a list stands for all of it.</summary>
    public QuestionTerms(ImmutableArray<ImmutableArray<string>> synonyms)
    {
        var same = new Dictionary<string, string>();
        foreach (var list in synonyms)
            foreach (var word in list)
                same.TryAdd(word, list[0]);
        _same = same.ToFrozenDictionary();
    }

    /// <summary>The terms of the first sixty words of a question: each word's, then each pair's.</summary>
    public List<QuestionTerm> Of(string question)
    {
        var terms = Words.Of(question).Take(MostWords).Select(word => Term(word.Text)).OfType<QuestionTerm>().ToList();
        for (int i = 1, words = terms.Count; i < words; i++)
            terms.Add(new($"{terms[i - 1].Text} {terms[i].Text}", Pair * Math.Max(terms[i - 1].Factor, terms[i].Factor)));
        return terms;
    }

    private QuestionTerm? Term(string word)
    {
        if (Denials.Contains(word))
            return new("not", 1);
        if (_same.TryGetValue(word, out var meaning))
            return new(meaning, 1);
        if (Helping.TryGetValue(word, out var helping))
            return new(helping, Slight);
        if (Small.Contains(word))
            return null;
        var stem = WordStem.Of(word);
        return new(_same.GetValueOrDefault(stem, stem), 1);
    }

    private static FrozenDictionary<string, string> Meanings(params string[] lists) => lists.Select(Split)
        .SelectMany(list => list, (list, word) => (word, meaning: list[0]))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.meaning);

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
