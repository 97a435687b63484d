namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>Collects words, terms and their classes from the data files.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ClassSet> _byWord = [];
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<ClassSet> _byPhrase = [ClassSet.Empty];
    private readonly List<ClassSet> _kinds = [ClassSet.Empty];
    private readonly Dictionary<ClassSet, int> _kindNumbers = new() { [ClassSet.Empty] = 0 };

    /// <summary>Starts with the classes that code names even if no file has them.</summary>
    public LexiconBuilder() => Phrases = new PhraseReader(Vocabulary, ClassOf, Group);

    /// <summary>The words so far.</summary>
    public VocabularyBuilder Vocabulary { get; } = new();

    /// <summary>Reads the entries; shared with the rules, so that both speak of the same words.</summary>
    public PhraseReader Phrases { get; }

    /// <summary>The classes by name.</summary>
    public IReadOnlyDictionary<string, int> Classes => _classes;

    /// <summary>The steps of phrases: node and word to node.</summary>
    public IReadOnlyDictionary<long, int> PhraseSteps => _steps;

    /// <summary>The sets of classes by kind.</summary>
    public IReadOnlyList<ClassSet> Kinds => _kinds;

    /// <summary>Adds the entries of a data file: comma-separated terms under headings that name one or more classes.</summary>
    public void Add(IEnumerable<DataLine> lines)
    {
        foreach (var line in lines)
        {
            var classes = line.Heading.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(ClassSet.Empty, (set, name) => set.With(ClassOf(name)));
            foreach (var entry in line.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                foreach (var sequence in Phrases.Read(entry))
                    Add(sequence, classes);
        }
    }

    /// <summary>The kind of each word by its number.</summary>
    public int[] KindsByWord(int count)
    {
        var kinds = new int[count];
        foreach (var (word, classes) in _byWord)
            kinds[word] = Kind(classes);
        return kinds;
    }

    /// <summary>The kind of each phrase by the node it ends at.</summary>
    public int[] KindsByPhrase() => [.. _byPhrase.Select(Kind)];

    private int ClassOf(string name)
    {
        if (!_classes.TryGetValue(name, out var found))
            _classes.Add(name, found = _classes.Count);
        return found;
    }

    // The phrases of a group in a rule become a class without a name, so that a rule with groups is one path and not their product.
    private int Group(IReadOnlyList<Element[]> phrases)
    {
        var name = string.Join('|', phrases.Select(phrase => string.Join(' ', phrase.Select(element => $"{element.Kind}{element.Key}"))).Order(StringComparer.Ordinal));
        var known = _classes.ContainsKey(name);
        var group = ClassOf(name);
        foreach (var phrase in known ? [] : phrases)
            Add(phrase, ClassSet.Empty.With(group));
        return group;
    }

    private int Kind(ClassSet classes)
    {
        if (!_kindNumbers.TryGetValue(classes, out var kind))
        {
            _kindNumbers.Add(classes, kind = _kinds.Count);
            _kinds.Add(classes);
        }

        return kind;
    }

    private void Add(Element[] sequence, ClassSet classes)
    {
        foreach (var words in Spellings(sequence, 0))
            if (words.Length == 1)
                _byWord[words[0]] = _byWord.GetValueOrDefault(words[0], ClassSet.Empty).Or(classes);
            else
                AddPhrase(words, classes);
    }

    private IEnumerable<int[]> Spellings(Element[] sequence, int from)
    {
        if (from == sequence.Length)
            return [[]];
        int[] words = sequence[from] switch
        {
            { Kind: ElementKind.Word, Key: var word } => [word],
            { Kind: ElementKind.OneOf, Key: var set } => Phrases.Sets[set],
            _ => throw new FormatException("A term holds words only."),
        };
        var rest = Spellings(sequence, from + 1).ToList();
        return words.SelectMany(word => rest, (word, tail) => (int[])[word, .. tail]);
    }

    private void AddPhrase(int[] words, ClassSet classes)
    {
        var node = 0;
        foreach (var word in words)
        {
            var step = ((long)node << 32) | (uint)word;
            if (!_steps.TryGetValue(step, out var next))
            {
                _steps.Add(step, next = _byPhrase.Count);
                _byPhrase.Add(ClassSet.Empty);
            }

            node = next;
        }

        _byPhrase[node] = _byPhrase[node].Or(classes);
    }
}
