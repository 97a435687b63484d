namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>One step from a node of the tree.</summary>
/// <param name="Element">What it asks of the text.</param>
/// <param name="Node">Where it leads.</param>
internal readonly record struct Step(Element Element, int Node)
{
    /// <summary>True when it takes a word or a term right here; gaps, ends of sentences and what is forbidden may be taken whatever word comes.</summary>
    public bool TakesWord => Element.Kind is ElementKind.Word or ElementKind.OneOf or ElementKind.Class;
}

/// <summary>Some of the items that all nodes keep in one list.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Part(int First, int Count);

/// <summary>A node of the tree. All nodes, and all their steps, lie side by side in memory.</summary>
/// <param name="Steps">Every step from it.</param>
/// <param name="Others">Those of them that may be taken whatever word comes next.</param>
/// <param name="Rules">The rules complete at it.</param>
/// <param name="Next">What those that take a word ask for: where the next word does not meet it, none of them is taken.</param>
internal readonly record struct Node(Part Steps, Part Others, Part Rules, Wanted Next)
{
    /// <summary>True when it leads on only by a word or a term right after it.</summary>
    public bool IsPlain => Rules.Count == 0 && Others.Count == 0;
}

/// <summary>All rules of a book as one tree; rules that begin alike share their beginning.</summary>
internal sealed class RuleTree(PhraseReader phrases)
{
    private readonly List<List<Step>> _growing = [[]];
    private readonly List<List<int>> _ends = [[]];
    private readonly List<string> _headings = [];
    private readonly SignList _signs = new();
    private bool _isFinished;
    private Node[] _nodes = [];
    private Step[] _steps = [];
    private int[] _rules = [];
    private FirstSteps _firstByWord = new([]);
    private FirstSteps _firstByKind = new([]);

    /// <summary>The headings, by the rules' numbers.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds the rules of a data file.</summary>
    public void Add(IEnumerable<DataLine> lines)
    {
        // The lexicon was told what rules look for: a later one would look for what no text shows.
        if (_isFinished)
            throw new InvalidOperationException("Rules are added before the lexicon is finished.");
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
        _isFinished = true;
        (_steps, _rules) = ([.. _growing.SelectMany(steps => steps.Concat(Others(steps)))], [.. _ends.SelectMany(rules => rules)]);
        _nodes = new Node[_growing.Count];
        var (stepsBefore, rulesBefore) = (0, 0);
        for (var node = 0; node < _nodes.Length; node++)
        {
            var (all, others, rules) = (new Part(stepsBefore, _growing[node].Count), new Part(stepsBefore + _growing[node].Count, Others(_growing[node]).Count()), new Part(rulesBefore, _ends[node].Count));
            _nodes[node] = new Node(all, others, rules, _signs.Wanted(Signs(_growing[node])));
            (stepsBefore, rulesBefore) = (stepsBefore + all.Count + others.Count, rulesBefore + rules.Count);
        }

        var byWord = new List<FirstStep>?[lexicon.Vocabulary.Spelling.Length];
        var byKind = new List<FirstStep>?[lexicon.KindCount];
        foreach (var step in _growing[0])
            Index(step, byWord, byKind, lexicon);
        (_firstByWord, _firstByKind) = (new FirstSteps(byWord), new FirstSteps(byKind));
    }

    /// <summary>The first steps by the words that take them.</summary>
    public FirstSteps FirstByWord => _firstByWord;

    /// <summary>The first steps by the kinds of terms that take them.</summary>
    public FirstSteps FirstByKind => _firstByKind;

    /// <summary>The nodes by their numbers.</summary>
    public ReadOnlySpan<Node> Nodes => _nodes;

    /// <summary>The steps of all nodes.</summary>
    public ReadOnlySpan<Step> Steps => _steps;

    /// <summary>The rules of all nodes.</summary>
    public ReadOnlySpan<int> Rules => _rules;

    /// <summary>The signs that nodes and first steps want where they are many.</summary>
    public ReadOnlySpan<byte> WantedSigns => _signs.All;

    /// <summary>The words of a set.</summary>
    public int[] Set(int set) => phrases.Sets[set];

    private void Seek(Element element)
    {
        if (element.Kind is ElementKind.Class)
            phrases.Sought.Classes.Add(element.Key);
        else if (element.Kind is ElementKind.Word)
            phrases.Sought.Words.Add(element.Key);
        else if (element.Kind is ElementKind.OneOf)
            phrases.Sought.Words.UnionWith(Set(element.Key));
    }

    private static IEnumerable<Step> Others(List<Step> steps) => steps.Where(step => !step.TakesWord);

    private Outlook OutlookFrom(int node)
    {
        if (_ends[node].Count > 0)
            return default;
        var (signs, within) = (Signs(_growing[node]), 1);
        foreach (var (element, to) in Others(_growing[node]))
        {
            var isPlain = _ends[to].Count == 0 && _growing[to].All(step => step.TakesWord);
            if (element.Kind is not ElementKind.Gap || !isPlain)
                return default;
            signs.UnionWith(Signs(_growing[to]));
            within = Math.Max(within, element.Key + 1);
        }

        return new Outlook(_signs.Wanted(signs), within);
    }

    private HashSet<byte> Signs(List<Step> steps) =>
    [
        .. steps.SelectMany(step => step.Element.Kind switch
        {
            ElementKind.Word => [WordSign.Word(step.Element.Key)],
            ElementKind.OneOf => Set(step.Element.Key).Select(WordSign.Word),
            ElementKind.Class => [WordSign.Class(step.Element.Key)],
            _ => Enumerable.Empty<byte>(),
        }),
    ];

    private void Index(Step step, List<FirstStep>?[] byWord, List<FirstStep>?[] byKind, Lexicon lexicon)
    {
        var first = new FirstStep(OutlookFrom(step.Node), step);
        switch (step.Element.Kind)
        {
            case ElementKind.Word:
                (byWord[step.Element.Key] ??= []).Add(first);
                break;
            case ElementKind.OneOf:
                foreach (var word in Set(step.Element.Key))
                    (byWord[word] ??= []).Add(first);
                break;
            case ElementKind.Class:
                for (var kind = 1; kind < byKind.Length; kind++)
                    if (lexicon.Has(kind, step.Element.Key))
                        (byKind[kind] ??= []).Add(first);
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

            if (node != 0)
                Seek(element);
            _growing[node].Add(new Step(element, _growing.Count));
            node = _growing.Count;
            _growing.Add([]);
            _ends.Add([]);
        }

        if (!_ends[node].Contains(rule))
            _ends[node].Add(rule);
    }
}
