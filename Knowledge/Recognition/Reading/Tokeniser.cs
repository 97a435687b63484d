using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Takes a text apart into words in one pass: sentences, quotations and pauses are marked on the words, apostrophes are
/// dropped ("don't" is <c>dont</c>), and signs that hide letters stay in the word they are in ("p***", "f@g").
/// </summary>
internal ref struct Tokeniser
{
    /// <summary>How many characters are looked at together: so many letters of a word may be written at once and not all kept.</summary>
    public const int Look = 16;

    private readonly string _text;
    private readonly ReadText _into;
    private int _at;
    private int _sentence;
    private bool _sentenceIsOpen;
    private bool _pause;
    private bool _opensQuote;
    private char _quote;

    private Tokeniser(string text, ReadText into)
    {
        _text = text;
        _into = into;
    }

    /// <summary>Reads the words of a text.</summary>
    public static void Read(string text, ReadText into)
    {
        var tokeniser = new Tokeniser(text, into);
        while (tokeniser._at < text.Length)
            if (text[tokeniser._at] == ' ')
                tokeniser._at++;
            else if (tokeniser.BeginsWord())
                tokeniser.ReadWord();
            else
                tokeniser.PassSign();
    }

    private readonly char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private readonly char Previous => _at > 0 ? _text[_at - 1] : ' ';

    private readonly bool BeginsWord()
    {
        var c = _text[_at];
        if (char.IsLetterOrDigit(c))
            return true;
        if (char.IsHighSurrogate(c))
            return char.IsLowSurrogate(Next);
        // "$lut", "@sshole", "*****": a sign that hides a letter begins a word when a letter or another such sign follows.
        return Disguise.Hides(c) && !char.IsLetterOrDigit(Previous) && (char.IsLetter(Next) && c is not '#' and not '*' and not '_' || c == '*' && Next == '*');
    }

    private void ReadWord()
    {
        var start = _at;
        if (char.IsHighSurrogate(_text[_at]))
            _into.AddLetter(_text[_at++]);
        var marks = WordMarks.None;
        var capitals = ReadPlain();
        if (_at == start && !Continues(start))
        {
            // It looked like a hidden letter and is only a sign: without this it would be looked at for ever.
            PassSign();
            return;
        }

        while (_at < _text.Length && Continues(start))
        {
            var c = _text[_at++];
            if (Folding.IsInvisible(c) || Folding.IsApostrophe(c))
                continue;
            capitals += char.IsUpper(c) ? 1 : 0;
            marks |= Disguise.Hides(c) ? WordMarks.Disguised : WordMarks.None;
            _into.AddLetter(Folding.Fold(c));
        }

        marks |= char.IsUpper(_text[start]) ? WordMarks.Capital : WordMarks.None;
        marks |= capitals > 1 && capitals == _into.OpenLetters.Length ? WordMarks.AllCapitals : WordMarks.None;
        marks |= char.IsAsciiDigit(_text[start]) ? WordMarks.Number : WordMarks.None;
        Close(start, marks);
    }

    // Most words are plain letters and digits, and short: they are read in one look. Gives how many of them are capitals.
    private int ReadPlain()
    {
        var (capitals, length) = (0, Look);
        while (length == Look && _at + Look <= _text.Length)
        {
            var looked = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in _text.GetPinnableReference())), (nuint)_at);
            var small = looked | Vector256.Create((ushort)0x20);
            var isLetter = Vector256.LessThan(small - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
            var isDigit = Vector256.LessThan(looked - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
            length = BitOperations.TrailingZeroCount(~(isLetter | isDigit).ExtractMostSignificantBits());
            var isCapital = Vector256.LessThan(looked - Vector256.Create((ushort)'A'), Vector256.Create((ushort)26));
            capitals += BitOperations.PopCount(isCapital.ExtractMostSignificantBits() & ((1u << length) - 1));
            Vector256.ConditionalSelect(isCapital, small, looked).StoreUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(_into.AddLetters(length, Look))));
            _at += length;
        }

        // The last words of a text, letter by letter.
        for (; length == Look && _at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]); _at++)
        {
            capitals += char.IsAsciiLetterUpper(_text[_at]) ? 1 : 0;
            _into.AddLetter(char.ToLowerInvariant(_text[_at]));
        }

        return capitals;
    }

    private void Close(int start, WordMarks marks)
    {
        if (_into.OpenLetters.IsEmpty)
            return;
        Contractions.Settle(_text.AsSpan(start, _at - start), _into);
        marks |= _quote != '\0' ? WordMarks.Quoted : WordMarks.None;
        marks |= _pause ? WordMarks.AfterPause : WordMarks.None;
        marks |= _opensQuote ? WordMarks.OpensQuote : WordMarks.None;
        _into.AddWord(new Word(start, _at - start, 0, _sentence, marks));
        (_sentenceIsOpen, _pause, _opensQuote) = (true, false, false);
    }

    private readonly bool Continues(int start)
    {
        var c = _text[_at];
        if (c == ' ')
            return false;
        if (char.IsLetterOrDigit(c) || Folding.IsInvisible(c) || char.IsLowSurrogate(c))
            return true;
        if (Folding.IsApostrophe(c))
            return _at > start && char.IsLetter(Previous) && char.IsLetter(Next);
        if (!Disguise.Hides(c))
            return false;
        return Disguise.BelongsToWord(_text, start, _at);
    }

    private void PassSign()
    {
        var c = _text[_at];
        if (c is '.' or '!' or '?' or '\n' or '\r' or '…' or ';')
            EndSentence(c);
        else if (c is '"' or '“' or '”' or '«' or '»' or '„')
            ToggleQuote('"');
        else if (Folding.IsApostrophe(c))
            PassSingleQuote();
        else if (c is ',' or ':' or '–' or '—' or '(' or ')' or '[' or ']' or '/' || (c == '-' && !char.IsLetterOrDigit(Previous)))
            _pause = true;
        _at++;
    }

    private void EndSentence(char c)
    {
        if (c == '.' && char.IsLetterOrDigit(Next))
            return;
        if (c == '.' && Abbreviations.EndsWith(_text.AsSpan(0, _at)))
            return;
        if (c is '\n' or '\r')
            _quote = '\0';
        if (_sentenceIsOpen)
            _sentence++;
        (_sentenceIsOpen, _pause) = (false, true);
    }

    private void ToggleQuote(char quote)
    {
        (_quote, _opensQuote) = _quote == '\0' ? (quote, true) : ('\0', false);
        _pause = true;
    }

    private void PassSingleQuote()
    {
        var opens = char.IsLetterOrDigit(Next) && !char.IsLetterOrDigit(Previous);
        if (opens && _quote == '\0' && !Contractions.BeginsWithDroppedLetter(_text.AsSpan(_at + 1)))
            ToggleQuote('\'');
        else if (!opens && _quote == '\'')
            ToggleQuote('\'');
    }
}
