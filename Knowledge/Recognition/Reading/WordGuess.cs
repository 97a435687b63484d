namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Finds the word meant when it is not spelt as the lexicon has it: drawn out, drawn with digits, masked, misspelt, run
/// together, or spaced out. Only words that matter are corrected to.
/// </summary>
internal sealed class WordGuess
{
    private const int MostPieces = 3, MostLetters = 16, ShortestRun = 9, FewestOfRun = 3, MostRun = 7, OutlineBits = 15;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("*#%^@$€£!");

    private readonly Lexicon _lexicon;
    private readonly MaskedWords _masked;
    private readonly Misspellings _misspellings;
    private readonly ClassSet _matters;
    private readonly ClassSet _abusive;
    private readonly ulong[] _outlines = new ulong[1 << (OutlineBits - 6)];
    private readonly ClassSet _spelt;
    private readonly ClassSet _telling;

    /// <summary>Guesses by a lexicon.</summary>
    public WordGuess(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _matters = lexicon.ClassesNamed("id", "slur", "soft", "weak").Or(lexicon.ClassesUnder("d."));
        _abusive = lexicon.ClassesNamed("slur", "id");
        _telling = lexicon.ClassesNamed("slur", "id", "soft");
        _spelt = lexicon.ClassesNamed("slur", "id", "weak");
        foreach (var word in lexicon.WordsWith(_abusive))
            if (lexicon.Vocabulary.Spelling[word] is { Length: > 0 } spelling && Outline(spelling[0], spelling[^1], spelling.Length) is var outline)
                _outlines[outline >> 6] |= 1UL << outline;
        _masked = new MaskedWords(lexicon.Vocabulary, lexicon.WordsWith(_spelt));
        _misspellings = new Misspellings(lexicon.Vocabulary, lexicon.WordsWith(_matters));
    }

    /// <summary>Gives the word its id when it can be told which is meant.</summary>
    public void Settle(ReadText read, int word)
    {
        var letters = read.Letters(word);
        if (letters.Length is < 2 or > 40)
            return;
        var marks = read.Words[word].Marks;
        if (Drawn(letters) is var drawn && drawn != 0)
            read.Rename(word, drawn, WordMarks.Corrected);
        else if ((marks & WordMarks.Disguised) != 0 && _masked.Find(letters) is var masked && masked != 0)
            read.Rename(word, masked, WordMarks.Disguised);
        else if (_misspellings.Find(letters) is var meant && meant != 0)
            read.Rename(word, meant, WordMarks.Corrected);
        else if (Within(letters) is var within && within != 0)
            read.Rename(word, within, WordMarks.Disguised);
        else
            Part(read, word);
    }

    /// <summary>Reads a run of single letters, or two pieces, as the one word they spell; its id goes to the last piece.</summary>
    public void Join(ReadText read, string text, int last)
    {
        Span<char> joined = stackalloc char[24];
        if (!IsOne(read, last))
        {
            JoinPieces(read, last, joined);
            return;
        }

        var first = last;
        while (first >= 0 && last - first < MostLetters && IsOne(read, first) && read.Words[first].Sentence == read.Words[last].Sentence)
            first--;
        var length = Spelt(text.AsSpan(read.Words[first + 1].Start, read.Words[last].End - read.Words[first + 1].Start), joined);
        for (var from = 0; length - from >= 3; from++)
            if (Meant(joined[from..length]) is var spelt && spelt != 0)
            {
                read.Rename(last, spelt, WordMarks.Disguised);
                return;
            }
    }

    private static bool IsOne(ReadText read, int word) => read.Letters(word).Length == 1 && char.IsLetterOrDigit(read.Letters(word)[0]);

    // "d y k 3", "P * K * S", "r-e-t-@-r-d": the letters, digits and signs of a run, what only parts them left out. Nothing where it is no such run.
    private static int Spelt(ReadOnlySpan<char> run, System.Span<char> into)
    {
        var (length, letters) = (0, 0);
        foreach (var c in run)
        {
            if (!char.IsLetterOrDigit(c) && (c is '-' or '_' or '|' || !Disguise.Hides(c)))
                continue;
            if (length == into.Length)
                return 0;
            letters += char.IsLetter(c) ? 1 : 0;
            into[length++] = Folding.Fold(c);
        }

        return letters >= 2 ? length : 0;
    }

    private int Meant(ReadOnlySpan<char> letters)
    {
        Span<char> plain = stackalloc char[letters.Length];
        for (var i = 0; i < letters.Length; i++)
            plain[i] = Disguise.Undrawn(letters[i]);
        if (Known(plain, _spelt) is var known && known != 0 || !letters.ContainsAny(Signs))
            return known;
        return _masked.Find(letters);
    }

    // "auti stic", "re tar ded": two or three pieces with one space between, at least one of which is no word by itself.
    private void JoinPieces(ReadText read, int last, System.Span<char> joined)
    {
        var length = read.Letters(last).Length;
        var (first, unknown) = (last, read.Words[last].Id == 0);
        while (first > 0 && last - first < MostPieces - 1 && read.Words[first].Start - read.Words[first - 1].End == 1)
        {
            first--;
            length += read.Letters(first).Length;
            unknown |= read.Words[first].Id == 0;
            if (length > joined.Length)
                return;
            if (length >= 3 && unknown && MayBeAbusive(read.Letters(first)[0], read.Letters(last)[^1], length) && Known(Pieces(read, first, last, joined), _abusive) is var id && id != 0)
            {
                read.Rename(last, id, WordMarks.Disguised);
                return;
            }
        }
    }

    // Most pieces make no word that begins and ends so and is as long.
    private bool MayBeAbusive(char first, char last, int length) =>
        Outline(first, char.IsDigit(last) ? Disguise.Undrawn(last) : last, length) is var outline && (_outlines[outline >> 6] >> outline & 1) != 0;

    private static int Outline(char first, char last, int length) => ((first & 31) << 10) | ((last & 31) << 5) | (length & 31);

    private static System.Span<char> Pieces(ReadText read, int first, int last, System.Span<char> into)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
            foreach (var letter in read.Letters(i))
                into[length++] = char.IsDigit(letter) && length > 0 ? Disguise.Undrawn(letter) : letter;
        return into[..length];
    }

    // "gobacktopoland", "ihatewomen": three words or more run together, with an identity, a term of abuse or a place among them, in as few words as it takes.
    private void Part(ReadText read, int word)
    {
        var letters = read.Letters(word);
        if (letters.Length < ShortestRun || letters.Length != read.Words[word].Length)
            return;
        Span<int> pieces = stackalloc int[letters.Length + 1];
        Span<int> from = stackalloc int[letters.Length + 1];
        pieces.Fill(int.MaxValue);
        pieces[0] = 0;
        // What takes too many words is not gone on with, so that no run of letters costs more than a few look-ups each.
        for (var start = 0; start < letters.Length; start++)
            for (var end = start + 1; pieces[start] < MostRun && end <= letters.Length; end++)
                if (pieces[start] + 1 < pieces[end] && (end - start > 1 || letters[start] is 'i' or 'a' or 'u') && _lexicon.Vocabulary.Find(letters[start..end]) != 0)
                    (pieces[end], from[end]) = (pieces[start] + 1, start);
        if (pieces[^1] is < FewestOfRun or > MostRun)
            return;
        Span<int> ends = stackalloc int[pieces[^1]];
        var matters = false;
        for (var (end, piece) = (letters.Length, ends.Length - 1); piece >= 0; end = from[end], piece--)
        {
            ends[piece] = end;
            matters |= end - from[end] > 3 && Known(letters[from[end]..end], _telling) != 0;
        }

        if (!matters)
            return;
        read.Part(word, ends);
        for (var piece = word; piece < word + ends.Length; piece++)
            read.Rename(piece, _lexicon.Vocabulary.Find(read.Letters(piece)), WordMarks.None);
    }

    private int Known(ReadOnlySpan<char> letters, ClassSet classes) =>
        _lexicon.Vocabulary.Find(letters) is var id && id != 0 && _lexicon.Classes(_lexicon.KindOfWord(id)).Meets(classes) ? id : 0;

    // "niggaaa", "f4gg0t": letters repeated, or digits and signs in place of letters.
    private int Drawn(ReadOnlySpan<char> letters)
    {
        Span<char> plain = stackalloc char[letters.Length];
        var changed = false;
        for (var i = 0; i < letters.Length; i++)
        {
            plain[i] = i == 0 && char.IsDigit(letters[0]) ? letters[0] : Disguise.Undrawn(letters[i]);
            changed |= plain[i] != letters[i];
        }

        if (changed && _lexicon.Vocabulary.Find(plain) is var undrawn && undrawn != 0)
            return undrawn;
        if (Plural(plain) is var plural && plural != 0)
            return plural;
        for (var i = 0; changed && i < plain.Length; i++)
            plain[i] = letters[i] is '1' or '!' or '|' && i > 0 ? 'l' : plain[i];
        if (changed && _lexicon.Vocabulary.Find(plain) is var other && other != 0)
            return other;
        return Shortened(plain, 2) is var twice && twice != 0 ? twice : Shortened(plain, 1);
    }

    // "pakiz", "n1gg3rz".
    private int Plural(System.Span<char> plain)
    {
        if (plain[^1] != 'z')
            return 0;
        plain[^1] = 's';
        var known = Known(plain, _spelt);
        plain[^1] = 'z';
        return known;
    }

    private int Shortened(ReadOnlySpan<char> letters, int longest)
    {
        Span<char> plain = stackalloc char[letters.Length];
        var (length, run, runs) = (0, 0, 0);
        for (var i = 0; i < letters.Length; i++)
        {
            run = i > 0 && letters[i] == letters[i - 1] ? run + 1 : 1;
            runs = Math.Max(runs, run);
            if (run <= longest)
                plain[length++] = letters[i];
        }

        return runs < 3 || length < 2 ? 0 : _lexicon.Vocabulary.Find(plain[..length]);
    }

    // "transpeople", "gopakihome": a term of abuse or an identity run together with other words.
    private int Within(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 7)
            return 0;
        for (var split = 3; split <= letters.Length - 3; split++)
        {
            if (_lexicon.Vocabulary.Find(letters[..split]) is not (var left and not 0) || _lexicon.Vocabulary.Find(letters[split..]) is not (var right and not 0))
                continue;
            if (_lexicon.Classes(_lexicon.KindOfWord(left)).Meets(_abusive))
                return left;
            if (_lexicon.Classes(_lexicon.KindOfWord(right)).Meets(_abusive))
                return right;
        }

        return 0;
    }
}
