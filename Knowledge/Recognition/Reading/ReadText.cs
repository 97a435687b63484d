namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// A text taken apart: its words, the terms of the lexicon in it, and the rules that matched. Rented for one reading and
/// given back, so that reading allocates nothing; its letters, words, terms and rules are wiped when it is given back.
/// </summary>
internal sealed class ReadText : IDisposable
{
    [ThreadStatic]
    private static ReadText? t_spare;

    private char[] _letters = new char[1024];
    private int _letterCount;
    private Word[] _words = new Word[256];
    private int[] _letterStarts = new int[257];
    private int[] _termStarts = new int[257];
    private (uint Shape, uint Stem, Ending Ending)[] _features = new (uint, uint, Ending)[256];
    private int[] _sentenceEnds = new int[256];
    private int[] _smallBefore = new int[257];
    private Term[] _terms = new Term[256];
    private RuleHit[] _hits = new RuleHit[64];

    private ReadText()
    {
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many terms there are.</summary>
    public int TermCount { get; private set; }

    /// <summary>How many rules matched.</summary>
    public int HitCount { get; private set; }

    /// <summary>The words, in order.</summary>
    public ReadOnlySpan<Word> Words => _words.AsSpan(0, Count);

    /// <summary>Every term, in the order of their first words.</summary>
    public ReadOnlySpan<Term> Terms => _terms.AsSpan(0, TermCount);

    /// <summary>The rules that matched, in the order of their first words.</summary>
    public ReadOnlySpan<RuleHit> Hits => _hits.AsSpan(0, HitCount);

    /// <summary>An empty one, for this thread until it is given back.</summary>
    public static ReadText Rent()
    {
        var rented = t_spare ?? new ReadText();
        t_spare = null;
        return rented;
    }

    /// <summary>The plain form of a word: folded, without apostrophes.</summary>
    public ReadOnlySpan<char> Letters(int word) => _letters.AsSpan(_letterStarts[word], _letterStarts[word + 1] - _letterStarts[word]);

    /// <summary>The terms that begin at a word.</summary>
    public ReadOnlySpan<Term> TermsAt(int word) => _terms.AsSpan(_termStarts[word], _termStarts[word + 1] - _termStarts[word]);

    /// <summary>A word as a feature: as it is spelt in the lexicon, or as it was typed when it is not there.</summary>
    public uint Shape(int word) => _features[word].Shape;

    /// <summary>A word without its ending as a feature.</summary>
    public uint Stem(int word) => _features[word].Stem;

    /// <summary>How a word ends.</summary>
    public Ending Ending(int word) => _features[word].Ending;

    /// <summary>Sets what a word is as a feature, with and without its ending, and how it ends.</summary>
    public void SetFeatures(int word, uint shape, uint stem, Ending ending) => _features[word] = (shape, stem, ending);

    /// <summary>True when all words from one up to, not including, another are such as say nothing alone.</summary>
    public bool AreSmall(int first, int end) => _smallBefore[end] - _smallBefore[first] == end - first;

    /// <summary>Sets whether a word says nothing alone, word by word from the first.</summary>
    public void SetSmall(int word, bool isSmall) => _smallBefore[word + 1] = _smallBefore[word] + (isSmall ? 1 : 0);

    /// <summary>Sets what a word is as a feature, as it was typed; until it is looked up, what its letters hash to.</summary>
    public void SetShape(int word, uint shape) => _features[word].Shape = shape;

    /// <summary>At which words each sign stands.</summary>
    public SignPlaces Places { get; } = new();

    /// <summary>For each word, the one after the last of its sentence.</summary>
    public ReadOnlySpan<int> SentenceEnds => _sentenceEnds.AsSpan(0, Count);

    /// <summary>Finds where each sentence ends, once all words are known.</summary>
    public void EndSentences()
    {
        for (var (word, end) = (Count - 1, Count); word >= 0; word--)
        {
            end = word + 1 < Count && _words[word].Sentence != _words[word + 1].Sentence ? word + 1 : end;
            _sentenceEnds[word] = end;
        }
    }

    /// <summary>The span of the text from one word up to, not including, another.</summary>
    public Span Where(int first, int end) => new(_words[first].Start, _words[end - 1].End - _words[first].Start);

    /// <summary>Adds a letter to the word being read.</summary>
    public void AddLetter(char letter)
    {
        if (_letterCount == _letters.Length)
            Array.Resize(ref _letters, _letterCount * 2);
        _letters[_letterCount++] = letter;
    }

    /// <summary>Adds letters to the word being read, to be written into what is given back.</summary>
    /// <param name="count">How many.</param>
    /// <param name="room">How many may be written: those beyond the count are not kept.</param>
    public Span<char> AddLetters(int count, int room)
    {
        if (_letterCount + room > _letters.Length)
            Array.Resize(ref _letters, Math.Max(_letterCount + room, _letters.Length * 2));
        _letterCount += count;
        return _letters.AsSpan(_letterCount - count, room);
    }

    /// <summary>True when no letter of any text is kept.</summary>
    public bool IsWiped => !_letters.AsSpan().ContainsAnyExcept('\0');

    /// <summary>The letters added since the last word.</summary>
    public Span<char> OpenLetters => _letters.AsSpan(_letterStarts[Count], _letterCount - _letterStarts[Count]);

    /// <summary>Drops the letters added since the last word.</summary>
    public void DropOpenLetters() => _letterCount = _letterStarts[Count];

    /// <summary>Closes the word being read with the letters added for it.</summary>
    public void AddWord(Word word)
    {
        if (Count + 1 == _words.Length)
            Grow();
        _words[Count++] = word;
        _letterStarts[Count] = _letterCount;
    }

    /// <summary>Parts a word, all of whose letters are those of the text, into several that end at these of its letters.</summary>
    public void Part(int word, ReadOnlySpan<int> ends)
    {
        var (whole, more, letters) = (_words[word], ends.Length - 1, _letterStarts[word]);
        while (Count + more >= _words.Length)
            Grow();
        Array.Copy(_words, word + 1, _words, word + 1 + more, Count - word - 1);
        Array.Copy(_letterStarts, word + 1, _letterStarts, word + 1 + more, Count - word);
        Array.Copy(_features, word + 1, _features, word + 1 + more, Count - word - 1);
        Count += more;
        for (var (part, start) = (0, 0); part < ends.Length; start = ends[part], part++)
        {
            _words[word + part] = whole with { Start = whole.Start + start, Length = ends[part] - start, Id = 0 };
            _letterStarts[word + part + 1] = letters + ends[part];
            SetShape(word + part, Vocabulary.Hash(Letters(word + part)));
        }
    }

    /// <summary>Gives a word another id.</summary>
    public void Rename(int word, int id, WordMarks marks) =>
        _words[word] = _words[word] with { Id = id, Marks = _words[word].Marks | marks };

    /// <summary>Marks that the terms from here on begin at this word, or after the last when it is the count of words.</summary>
    public void BeginTerms(int word) => _termStarts[word] = TermCount;

    /// <summary>Adds a term at the word last begun.</summary>
    public void AddTerm(Term term)
    {
        if (TermCount == _terms.Length)
            Array.Resize(ref _terms, TermCount * 2);
        _terms[TermCount++] = term;
    }

    /// <summary>Adds a rule that matched.</summary>
    public void AddHit(RuleHit hit)
    {
        if (HitCount == _hits.Length)
            Array.Resize(ref _hits, HitCount * 2);
        _hits[HitCount++] = hit;
    }

    /// <summary>Forgets the rules that matched, for another book.</summary>
    public void DropHits() => HitCount = 0;

    /// <summary>Wipes what was read and keeps the room for the next reading.</summary>
    public void Dispose()
    {
        Array.Clear(_letters, 0, Math.Min(_letters.Length, _letterCount + Tokeniser.Look));
        Array.Clear(_words, 0, Count);
        Array.Clear(_features, 0, Count);
        Array.Clear(_terms, 0, TermCount);
        Array.Clear(_hits, 0, HitCount);
        (_letterCount, Count, TermCount, HitCount) = (0, 0, 0, 0);
        if (_words.Length <= 16384)
            t_spare = this;
    }

    private void Grow()
    {
        Array.Resize(ref _words, _words.Length * 2);
        Array.Resize(ref _letterStarts, _words.Length + 1);
        Array.Resize(ref _termStarts, _words.Length + 1);
        Array.Resize(ref _features, _words.Length);
        Array.Resize(ref _sentenceEnds, _words.Length);
        Array.Resize(ref _smallBefore, _words.Length + 1);
    }
}
