using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Wording;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// The words and terms the recogniser knows, each with its classes. A class is a heading of the data files in Lexicon/,
/// such as <c>race.identity</c>; a term may have several.
/// </summary>
internal sealed class Lexicon
{
    private readonly Entry[] _words;
    private readonly PhraseSteps _phraseSteps;
    private readonly int[] _kindOfPhrase;
    private readonly ClassSet[] _kinds;
    private readonly ulong[] _classBits;
    private readonly int _classWords;
    private readonly byte[] _kindSigns;
    private readonly int[] _kindSignStarts;
    private readonly IReadOnlyDictionary<string, int> _classes;
    private readonly WordGuess _guess;
    private readonly bool[] _isIdiom;
    private readonly bool[] _isSmall;

    /// <summary>Finishes what a <see cref="LexiconBuilder"/> collected.</summary>
    public Lexicon(LexiconBuilder from)
    {
        Vocabulary = from.Vocabulary.Finish();
        var kinds = from.KindsByWord(Vocabulary.Spelling.Length);
        _phraseSteps = new PhraseSteps(from.PhraseSteps);
        _kindOfPhrase = from.KindsByPhrase();
        _kinds = [.. from.Kinds];
        byte[][] signs = [.. _kinds.Select(kind => kind.All.Where(from.Phrases.Sought.Classes.Contains).Select(WordSign.Class).Distinct().ToArray())];
        _kindSigns = [.. signs.SelectMany(ofKind => ofKind)];
        _kindSignStarts = new int[signs.Length + 1];
        for (var kind = 0; kind < signs.Length; kind++)
            _kindSignStarts[kind + 1] = _kindSignStarts[kind] + signs[kind].Length;
        _classes = from.Classes;
        _classWords = (_classes.Count + 63) / 64;
        _classBits = new ulong[_kinds.Length * _classWords];
        for (var kind = 0; kind < _kinds.Length; kind++)
            foreach (var wordClass in _kinds[kind].All)
                _classBits[(kind * _classWords) + (wordClass >> 6)] |= 1UL << (wordClass & 63);
        _words = [.. Vocabulary.Spelling.Select((word, id) => EntryOf(from, word, id, kinds[id]))];
        (_isIdiom, _isSmall) = (KindsWith("idiom"), KindsWith("small"));
        _guess = new WordGuess(this);
    }

    /// <summary>The words known.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The names of all classes.</summary>
    public IEnumerable<string> ClassNames => _classes.Keys;

    /// <summary>True when some term has both classes.</summary>
    public bool Shares(string one, string other) =>
        _classes.TryGetValue(one, out var a) && _classes.TryGetValue(other, out var b) && _kinds.Any(kind => kind.Has(a) && kind.Has(b));

    /// <summary>The number of a class; throws when no data file has it.</summary>
    public int Class(string name) =>
        _classes.TryGetValue(name, out var found) ? found : throw new ArgumentException($"There is no class {name}.", nameof(name));

    /// <summary>All classes whose name begins so, as a set.</summary>
    public ClassSet ClassesUnder(string prefix) =>
        _classes.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)).Aggregate(ClassSet.Empty, (set, c) => set.With(c.Value));

    /// <summary>The classes with these names, as a set.</summary>
    public ClassSet ClassesNamed(params ReadOnlySpan<string> names)
    {
        var set = ClassSet.Empty;
        foreach (var name in names)
            set = set.With(Class(name));
        return set;
    }

    /// <summary>The single words that have any of the classes.</summary>
    public IEnumerable<int> WordsWith(ClassSet classes) => Enumerable.Range(0, _words.Length).Where(word => _kinds[_words[word].Kind].Meets(classes));

    /// <summary>The classes of a kind of term.</summary>
    public ClassSet Classes(int kind) => _kinds[kind];

    /// <summary>True when terms of a kind have a class.</summary>
    public bool Has(int kind, int wordClass) => (_classBits[(kind * _classWords) + (wordClass >> 6)] >> (wordClass & 63) & 1) != 0;

    /// <summary>True for a kind of word that says nothing alone: "the", "and".</summary>
    public bool IsSmall(int kind) => _isSmall[kind];

    /// <summary>How many kinds of term there are; 0 is none.</summary>
    public int KindCount => _kinds.Length;

    /// <summary>The kind of a single word; 0 when it is none.</summary>
    public int KindOfWord(int word) => _words[word].Kind;

    /// <summary>A word as features: itself and its stem.</summary>
    public (uint Shape, uint Stem) FeaturesOf(int word) => (_words[word].Shape, _words[word].Stem);

    /// <summary>Reads a text: its words with their ids, and the terms they make.</summary>
    public ReadText Read(string text)
    {
        var read = ReadText.Rent();
        Tokeniser.Read(text, read);
        FindWords(read);
        for (var i = 1; i < read.Count; i++)
            if (read.Letters(i).Length == 1 ? i + 1 == read.Count || read.Letters(i + 1).Length > 1 : read.Words[i].Id == 0 || read.Words[i - 1].Id == 0)
                _guess.Join(read, text, i);
        read.Places.Begin(read.Count);
        FindTerms(read);
        SetSigns(read);
        read.EndSentences();
        return read;
    }

    private static Entry EntryOf(LexiconBuilder from, string word, int id, int kind)
    {
        // The unknown word is like no other.
        if (id == 0)
            return new Entry(0, 0, 0, 0, Ending.None, WordSign.Unsought);
        var sign = from.Phrases.Sought.Words.Contains(id) ? WordSign.Word(id) : WordSign.Unsought;
        return new Entry(Feature.Of(word), Feature.Of(WordStem.Of(word)), from.PhraseSteps.GetValueOrDefault(id), checked((short)kind), Endings.Of(word), sign);
    }

    private void FindWords(ReadText read)
    {
        // The memory of every word is asked for before the first is looked up. What is found in no lexicon is taken as it was typed.
        for (var i = 0; i < read.Count; i++)
        {
            var hash = Vocabulary.Hash(read.Letters(i));
            Vocabulary.Fetch(hash);
            read.SetShape(i, hash);
        }

        for (var i = 0; i < read.Count; i++)
            if (Vocabulary.Find(read.Letters(i), read.Shape(i)) is var id && id != 0)
            {
                read.Rename(i, id, WordMarks.None);
                Memory.Fetch(in _words[id]);
            }
            else
            {
                read.SetShape(i, Feature.Of(read.Letters(i)));
                _guess.Settle(read, i);
            }
    }

    private bool[] KindsWith(string name) => [.. _kinds.Select(kind => kind.Has(Class(name)))];

    private void SetSigns(ReadText read)
    {
        var places = read.Places;
        foreach (ref readonly var term in read.Terms)
            foreach (var sign in _kindSigns.AsSpan(_kindSignStarts[term.Kind].._kindSignStarts[term.Kind + 1]))
                places.Set(sign, term.First);
    }

    private void SetFeatures(ReadText read, int at, in Word word, in Entry known)
    {
        read.SetSmall(at, _isSmall[known.Kind]);
        // A word that was guessed ends as it was typed.
        if (word.Id != 0 && !word.Is(WordMarks.Corrected | WordMarks.Disguised))
            read.SetFeatures(at, known.Shape, known.Stem, known.Ending);
        else if (word.Id != 0)
            read.SetFeatures(at, known.Shape, known.Stem, Endings.Of(read.Letters(at)));
        else
            read.SetFeatures(at, read.Shape(at), Stem(read, at), Endings.Of(read.Letters(at)));
    }

    private static uint Stem(ReadText read, int word) =>
        read.Letters(word) is var letters && WordStem.LengthOf(letters) is var length && length < letters.Length ? Feature.Of(letters[..length]) : read.Shape(word);

    // Goes through the words once, and with each writes down what is known of it and the terms that begin at it.
    private void FindTerms(ReadText read)
    {
        var (idiomEnd, places) = (0, read.Places);
        var words = read.Words;
        for (var i = 0; i < words.Length; i++)
        {
            read.BeginTerms(i);
            ref readonly var known = ref _words[words[i].Id];
            places.Set(known.Sign, i);
            SetFeatures(read, i, words[i], known);
            if (i < idiomEnd)
                continue;
            if (known.Node != 0)
                idiomEnd = Math.Max(idiomEnd, AddPhrases(read, i, known.Node));
            if (i >= idiomEnd && known.Kind != 0)
                read.AddTerm(new Term(i, 1, known.Kind));
        }

        read.BeginTerms(words.Length);
    }

    // Returns where an idiom that begins here ends: nothing inside it is a term of its own.
    private int AddPhrases(ReadText read, int first, int node)
    {
        var words = read.Words;
        var (idiomEnd, sentence) = (0, words[first].Sentence);
        for (var last = first + 1; last < words.Length && words[last].Sentence == sentence; last++)
        {
            node = _phraseSteps.From(node, words[last].Id);
            if (node == 0)
                break;
            if (_kindOfPhrase[node] is not (var kind and not 0))
                continue;
            read.AddTerm(new Term(first, last + 1 - first, kind));
            if (_isIdiom[kind])
                idiomEnd = last + 1;
        }

        return idiomEnd;
    }

    // What is known of a word, side by side in memory: itself and its stem as features, where the phrases that it begins go on, the kind of term it is, how it ends, and its sign.
    private readonly record struct Entry(uint Shape, uint Stem, int Node, short Kind, Ending Ending, byte Sign);
}
