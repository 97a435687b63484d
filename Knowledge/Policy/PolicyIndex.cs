using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportBot.Knowledge.Policy;

/// <summary>How near a question comes to a topic.</summary>
/// <param name="Topic">The topic's place in the list given.</param>
/// <param name="Fit">How near, 0 to 1.</param>
internal readonly record struct TopicFit(int Topic, double Fit);

/// <summary>
/// Finds the topics nearest to a question. Terms weigh more the fewer topics they occur in. The fit is made of the likeness to the nearest way
/// of asking, to the three nearest together, and of how much of the question the topic knows at all.
/// </summary>
internal sealed class PolicyIndex
{
    private const double ShareOfNearest = 0.5;
    private const double ShareOfThree = 0.2;
    private const double ShareKnown = 0.3;
    private const double LeastKnown = 0.42;
    private const double SameWords = 0.9;
    private const double TheVeryWords = 0.999;
    private const double UnknownWord = 0.7;

    private readonly QuestionTerms _terms;
    private readonly FrozenDictionary<string, double> _weights;
    private readonly FrozenDictionary<string, ImmutableArray<(int Phrasing, double Weight)>> _phrasings;
    private readonly ImmutableArray<int> _topicOf;
    private readonly ImmutableArray<FrozenSet<string>> _known;
    private readonly double _unknown;

    /// <summary>An index of topics, each the ways people ask for it.</summary>
    public PolicyIndex(QuestionTerms terms, ImmutableArray<ImmutableArray<string>> topics)
    {
        _terms = terms;
        _known = [.. topics.Select(topic => topic.SelectMany(terms.Of).Select(term => term.Text).ToFrozenSet())];
        _weights = _known.SelectMany(known => known).GroupBy(term => term)
            .ToFrozenDictionary(term => term.Key, term => Math.Log(1 + ((double)topics.Length / term.Count())));
        _unknown = UnknownWord * Math.Log(1 + topics.Length);
        _topicOf = [.. topics.SelectMany((topic, place) => topic.Select(_ => place))];
        _phrasings = topics.SelectMany(topic => topic).SelectMany((phrasing, place) => Unit(Vector(terms.Of(phrasing))).Select(term => (term.Key, (place, term.Value))))
            .GroupBy(posting => posting.Key, posting => posting.Item2)
            .ToFrozenDictionary(term => term.Key, term => term.ToImmutableArray());
    }

    /// <summary>The nearest topics, best first, at most so many; topics that do not come near at all are left out.</summary>
    public ImmutableArray<TopicFit> Nearest(string question, int most)
    {
        var terms = _terms.Of(question);
        var asked = Vector(terms).Where(term => !term.Key.Contains(' ', StringComparison.Ordinal)).ToArray();
        var content = terms.Where(term => term.IsContent).Select(term => term.Text).ToArray();
        var nearest = NearestThree(Likenesses(Vector(terms)));
        return
        [
            .. Enumerable.Range(0, _known.Length).Where(topic => nearest[topic].First > 0)
                .Select(topic => new TopicFit(topic, Fit(_known[topic], nearest[topic], asked, content)))
                .Where(topic => topic.Fit > 0).OrderByDescending(topic => topic.Fit).Take(most),
        ];
    }

    private static double Fit(FrozenSet<string> known, Three nearest, KeyValuePair<string, double>[] asked, string[] content)
    {
        if (nearest.First > TheVeryWords)
            return 1;
        double knownWeight = 0, weight = 0;
        foreach (var (term, of) in asked)
        {
            weight += of;
            knownWeight += known.Contains(term) ? of : 0;
        }

        var share = weight == 0 ? 0 : knownWeight / weight;
        // Words like "who" and "you" alone make no likeness, unless the question is the very same.
        var isAboutIt = nearest.First > SameWords || Array.Exists(content, known.Contains);
        return share >= LeastKnown && isAboutIt ? (ShareOfNearest * nearest.First) + (ShareOfThree * nearest.Sum / 3) + (ShareKnown * share) : 0;
    }

    private Three[] NearestThree(double[] likenesses)
    {
        var nearest = new Three[_known.Length];
        for (var phrasing = 0; phrasing < likenesses.Length; phrasing++)
            if (likenesses[phrasing] > 0)
                nearest[_topicOf[phrasing]] = nearest[_topicOf[phrasing]].With(likenesses[phrasing]);
        return nearest;
    }

    private double[] Likenesses(Dictionary<string, double> vector)
    {
        var likenesses = new double[_topicOf.Length];
        foreach (var (term, weight) in Unit(vector))
            if (_phrasings.TryGetValue(term, out var postings))
                foreach (var (phrasing, other) in postings)
                    likenesses[phrasing] += weight * other;
        return likenesses;
    }

    private Dictionary<string, double> Vector(List<QuestionTerm> terms)
    {
        var vector = new Dictionary<string, double>();
        foreach (var term in terms)
            if (_weights.TryGetValue(term.Text, out var weight))
                vector[term.Text] = weight * term.Factor;
            else if (!term.IsPair)
                vector[term.Text] = _unknown * term.Factor;
        return vector;
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return vector.ToDictionary(term => term.Key, term => term.Value / length);
    }

    // The three greatest likenesses of a topic, greatest first.
    private readonly record struct Three(double First, double Second, double Third)
    {
        public double Sum => First + Second + Third;

        public Three With(double likeness) =>
            likeness > First ? new(likeness, First, Second)
            : likeness > Second ? new(First, likeness, Second)
            : likeness > Third ? new(First, Second, likeness)
            : this;
    }
}
