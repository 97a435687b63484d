namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>One step from a node of the tree.</summary>
/// <param name="Element">What it asks of the text.</param>
/// <param name="Node">Where it leads.</param>
internal readonly record struct Step(Element Element, int Node);

/// <summary>All rules of a book as one tree; rules that begin alike share their beginning.</summary>
internal sealed class RuleTree(PhraseReader phrases)
{
    private readonly List<List<Step>> _growing = [[]];
    private readonly List<List<int>> _ends = [[]];
    private readonly List<string> _headings = [];
    private Step[][] _steps = [];
    private int[][] _rules = [];
    private Step[][] _firstByWord = [];
    private Step[][] _firstByKind = [];

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
        _steps = [.. _growing.Select(steps => steps.ToArray())];
        _rules = [.. _ends.Select(rules => rules.ToArray())];
        var byWord = new List<Step>?[lexicon.Vocabulary.Spelling.Length];
        var byKind = new List<Step>?[lexicon.KindCount];
        foreach (var step in _steps[0])
            Index(step, byWord, byKind, lexicon);
        _firstByWord = [.. byWord.Select(steps => steps?.ToArray() ?? [])];
        _firstByKind = [.. byKind.Select(steps => steps?.ToArray() ?? [])];
    }

    /// <summary>The first steps that this word takes.</summary>
    public Step[] FirstByWord(int word) => _firstByWord[word];

    /// <summary>The first steps that a term of this kind takes.</summary>
    public Step[] FirstByKind(int kind) => _firstByKind[kind];

    /// <summary>The steps from a node.</summary>
    public Step[] StepsFrom(int node) => _steps[node];

    /// <summary>The rules complete at a node.</summary>
    public int[] RulesAt(int node) => _rules[node];

    /// <summary>The words of a set.</summary>
    public int[] Set(int set) => phrases.Sets[set];

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
