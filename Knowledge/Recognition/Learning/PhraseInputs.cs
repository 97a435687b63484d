using System.Collections.Frozen;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// What a word is to the phrase filters: itself, the classes of the terms it belongs to, how it stands in its text, and the rules that rest on it.
/// Each of these has a key, the same at training and at reading.
/// </summary>
internal sealed class PhraseInputs
{
    private const int ShortestUnknown = 3, LongestUnknown = 24;
    private const uint Word = 201, Class = 202, Mark = 203, Likely = 204, Focus = 205, Behaviour = 206, Letters = 207, Sign = 208;

    private readonly uint[][] _byKind;
    private readonly uint[] _likely;
    private readonly uint[] _focus;
    private readonly uint[] _behaviours;

    /// <summary>Looks up every kind of term of the lexicon and every rule.</summary>
    public PhraseInputs(Lexicon lexicon, RuleBook likely, RuleBook behaviours)
    {
        (int Class, uint Key)[] classes = [.. lexicon.ClassNames.Where(IsOfDataFile).Select(name => (lexicon.Class(name), Feature.Hash(Class, Feature.Of(name))))];
        _byKind = [.. Enumerable.Range(0, lexicon.KindCount).Select(kind => classes.Where(c => lexicon.Has(kind, c.Class)).Select(c => c.Key).ToArray())];
        (_likely, _focus, _behaviours) = (Keys(Likely, likely), Keys(Focus, likely), Keys(Behaviour, behaviours));
        Plain = lexicon.ClassNames.Where(IsPlain).Select(name => Feature.Hash(Class, Feature.Of(name))).ToFrozenSet();
    }

    /// <summary>How many ways there are for a word to stand: the bits of <see cref="WordMarks"/>, and <see cref="Begins"/>.</summary>
    public const int Marks = 9;

    /// <summary>Set for the first word of a sentence, beside the bits of <see cref="WordMarks"/>.</summary>
    public const int Begins = 1 << 8;

    /// <summary>The keys of the classes that speak of a characteristic plainly: what stands there could be another group's name.</summary>
    public FrozenSet<uint> Plain { get; }

    /// <summary>The key of a word.</summary>
    private static uint OfWord(uint shape) => Feature.Hash(Word, shape);

    /// <summary>The key of three neighbouring letters of a word; a space before its first and after its last.</summary>
    private static uint OfLetters(char before, char letter, char after) => Feature.Hash(Letters, ((uint)before << 16) | letter, after);

    /// <summary>The key of one way to stand, by its bit.</summary>
    public static uint OfMark(int bit) => Feature.Hash(Mark, (uint)bit);

    /// <summary>The key of the words on which a rule of danger rests.</summary>
    /// <param name="sign">What the rule tells.</param>
    /// <param name="holds">Whether it still holds.</param>
    public static uint OfSign(uint sign, bool holds) => Feature.Hash(Sign, sign, holds ? 1u : 0u);

    /// <summary>Reads what the words from one up to, not including, another are: themselves, their terms, and how they stand. What rules say of them is not among it.</summary>
    public static void Read<TSink>(ReadText read, int first, int end, ref TSink sink)
        where TSink : struct, IPhraseSink
    {
        var words = read.Words;
        for (var (i, sentence) = (first, -1); i < end; i++)
        {
            ref readonly var word = ref words[i];
            ReadWord(read, i, word.Id, end, ref sink);
            if (((int)word.Marks | (word.Sentence != sentence ? Begins : 0)) is var marks and not 0)
                sink.AddMarks(marks, i);
            sentence = word.Sentence;
        }
    }

    /// <summary>The keys of the classes of a kind of term.</summary>
    public ReadOnlySpan<uint> OfKind(int kind) => _byKind[kind];

    /// <summary>The key of the words on which a rule of likely characteristics rests.</summary>
    public uint OfLikely(int rule) => _likely[rule];

    /// <summary>The key of the words of which a rule of likely characteristics speaks.</summary>
    public uint OfFocus(int rule) => _focus[rule];

    /// <summary>The key of the words on which a rule of behaviours rests.</summary>
    public uint OfBehaviour(int rule) => _behaviours[rule];

    private static void ReadWord<TSink>(ReadText read, int word, int id, int end, ref TSink sink)
        where TSink : struct, IPhraseSink
    {
        var alone = 0;
        foreach (ref readonly var term in read.TermsAt(word))
            if (term.Count == 1 && alone == 0 && id != 0)
                alone = term.Kind;
            else
                sink.AddInputs(term.Kind, term.First, Math.Min(end, term.End));
        if (!sink.AddWord(OfWord(read.Shape(word)), alone, word) && id == 0)
            ReadLetters(read.Letters(word), word, ref sink);
    }

    // What a word is that was never met, most often one misspelt, is told by the letters that stand together in it.
    private static void ReadLetters<TSink>(ReadOnlySpan<char> letters, int word, ref TSink sink)
        where TSink : struct, IPhraseSink
    {
        if (letters.Length is < ShortestUnknown or > LongestUnknown)
            return;
        for (var i = 0; i < letters.Length; i++)
            sink.AddLetters(OfLetters(i == 0 ? ' ' : letters[i - 1], letters[i], i + 1 == letters.Length ? ' ' : letters[i + 1]), word);
    }

    private static uint[] Keys(uint kind, RuleBook rules) => [.. rules.Headings.Select(heading => Feature.Hash(kind, Feature.Of(heading)))];

    // The other classes stand for the choices inside single rules, and change with them.
    private static bool IsOfDataFile(string name) => name.All(letter => letter is (>= 'a' and <= 'z') or '.' or '-');

    private static bool IsPlain(string name) => name.EndsWith(".id", StringComparison.Ordinal) || name.EndsWith(".slur", StringComparison.Ordinal) || name.EndsWith(".bigotry", StringComparison.Ordinal);
}
