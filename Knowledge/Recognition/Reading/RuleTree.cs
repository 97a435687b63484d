using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>One step from a node of the tree.</summary>
/// <param name="Element">What it asks of the text.</param>
/// <param name="Node">Where it leads.</param>
internal readonly record struct Step(Element Element, int Node);

/// <summary>A node of the tree.</summary>
/// <param name="Steps">Every step from it.</param>
/// <param name="Others">Those of the steps that may be taken whatever word comes next: gaps, ends of sentences, what is forbidden.</param>
/// <param name="Rules">The rules complete at it.</param>
/// <param name="Sign">What the steps that take a word or a term ask for, as a sign: where the next word does not meet it, none of them is taken.</param>
internal sealed record Node(Step[] Steps, Step[] Others, int[] Rules, Vector256<ulong> Sign);

/// <summary>The steps that a word or a kind of term takes from the beginning.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Signs">For each step the sign of what may come next: where the next word does not meet it, the step leads nowhere.</param>
internal sealed record FirstSteps(Step[] Steps, Vector256<ulong>[] Signs)
{
    /// <summary>No step.</summary>
    public static FirstSteps None { get; } = new([], []);
}

/// <summary>All rules of a book as one tree; rules that begin alike share their beginning.</summary>
internal sealed class RuleTree(PhraseReader phrases)
{
    private readonly List<List<Step>> _growing = [[]];
    private readonly List<List<int>> _ends = [[]];
    private readonly List<string> _headings = [];
    private Node[] _nodes = [];
    private FirstSteps[] _firstByWord = [];
    private FirstSteps[] _firstByKind = [];

    /// <summary>The headings, by the rules' numbers.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds the rules of a data file.</summary>
    public void Add(IEnumerable<DataLine> lines)
    {
        foreach (var line in lines)
        {
            var rule = _headings.IndexOf(line.Heading);
            if (rule < 0)
            {
                rule = _headings.Count;
                _headings.Add(line.Heading);
            }

            foreach (var sequence in phrases.Read(line.Text))
                Add(sequence, rule);
        }
    }

    /// <summary>Finishes the tree and looks up which rules can begin with which word and which kind of term.</summary>
    public void IndexFirstElements(Lexicon lexicon)
    {
        _nodes = [.. _growing.Zip(_ends, (steps, rules) => new Node([.. steps], [.. steps.Where(step => !TakesWord(step.Element))], [.. rules], Sign(steps)))];
        var byWord = new List<Step>?[lexicon.Vocabulary.Spelling.Length];
        var byKind = new List<Step>?[lexicon.KindCount];
        foreach (var step in _growing[0])
            Index(step, byWord, byKind, lexicon);
        _firstByWord = [.. byWord.Select(First)];
        _firstByKind = [.. byKind.Select(First)];
    }

    /// <summary>The first steps that this word takes.</summary>
    public FirstSteps FirstByWord(int word) => _firstByWord[word];

    /// <summary>The first steps that a term of this kind takes.</summary>
    public FirstSteps FirstByKind(int kind) => _firstByKind[kind];

    /// <summary>A node by its number.</summary>
    public Node NodeAt(int node) => _nodes[node];

    /// <summary>The words of a set.</summary>
    public int[] Set(int set) => phrases.Sets[set];

    private FirstSteps First(List<Step>? steps) => steps is null ? FirstSteps.None
        : new([.. steps], [.. steps.Select(step => _nodes[step.Node] is { Rules: [], Others: [], Sign: var sign } ? sign : WordSign.Any)]);

    private static bool TakesWord(Element element) => element.Kind is ElementKind.Word or ElementKind.OneOf or ElementKind.Class;

    private Vector256<ulong> Sign(List<Step> steps)
    {
        var sign = Vector256<ulong>.Zero;
        foreach (var (element, _) in steps)
            sign |= element.Kind switch
            {
                ElementKind.Word => WordSign.Word(element.Key),
                ElementKind.OneOf => Set(element.Key).Aggregate(Vector256<ulong>.Zero, static (words, word) => words | WordSign.Word(word)),
                ElementKind.Class => WordSign.Class(element.Key),
                _ => default,
            };
        return sign;
    }

    private void Index(Step step, List<Step>?[] byWord, List<Step>?[] byKind, Lexicon lexicon)
    {
        switch (step.Element.Kind)
        {
            case ElementKind.Word:
                (byWord[step.Element.Key] ??= []).Add(step);
                break;
            case ElementKind.OneOf:
                foreach (var word in Set(step.Element.Key))
                    (byWord[word] ??= []).Add(step);
                break;
            case ElementKind.Class:
                for (var kind = 1; kind < byKind.Length; kind++)
                    if (lexicon.Classes(kind).Has(step.Element.Key))
                        (byKind[kind] ??= []).Add(step);
                break;
            default:
                throw new FormatException("A rule begins with a word or a class.");
        }
    }

    private void Add(Element[] sequence, int rule)
    {
        var node = 0;
        var length = sequence.Length;
        while (length > 0 && sequence[length - 1].Kind is ElementKind.Gap)
            length--;
        foreach (var element in sequence.AsSpan(0, length))
        {
            var known = _growing[node].FindIndex(step => step.Element == element);
            if (known >= 0)
            {
                node = _growing[node][known].Node;
                continue;
            }

            _growing[node].Add(new Step(element, _growing.Count));
            node = _growing.Count;
            _growing.Add([]);
            _ends.Add([]);
        }

        if (!_ends[node].Contains(rule))
            _ends[node].Add(rule);
    }
}
