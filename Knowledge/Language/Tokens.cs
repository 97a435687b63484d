using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Language;

/// <summary>A word of a message, or one sign of a script without spaces.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters of the message it covers.</param>
/// <param name="Script">The script of its letters; <see cref="Script.None"/> for a number.</param>
internal readonly record struct Token(int Start, int Length, Script Script);

/// <summary>Takes a message apart in one pass, addresses of e-mail and the web left out. Words come folded: lower case, without accents and apostrophes.</summary>
internal ref struct Tokens(ReadOnlySpan<char> text, Span<char> letters)
{
    /// <summary>Longer words are cut off here when they are looked up.</summary>
    public const int LongestWord = 32;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _letters = letters;
    private int _at;
    private int _count;

    /// <summary>The word.</summary>
    public Token Current { get; private set; }

    /// <summary>The word, folded.</summary>
    public readonly ReadOnlySpan<char> Folded => _letters[.._count];

    /// <summary>True when a word was found.</summary>
    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            var script = Scripts.Of(_text[_at]);
            if (script == Script.None && !char.IsAsciiDigit(_text[_at]))
            {
                _at++;
                continue;
            }

            if (Scripts.HasNoSpaces(script))
                _at++;
            else
                script = PassWord(script);
            if (IsAddress(start))
                continue;
            Fold(start, _at);
            if (_count == 0)
                continue;
            Current = new Token(start, _at - start, script);
            return true;
        }

        return false;
    }

    private Script PassWord(Script script)
    {
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            var own = Scripts.Of(c);
            if (Scripts.HasNoSpaces(own))
                break;
            if (own != Script.None)
                script = script == Script.None ? own : script;
            else if (!char.IsAsciiDigit(c) && !Folding.IsInvisible(c) && !IsApostropheInside(c))
                break;
        }

        return script;
    }

    private readonly bool IsApostropheInside(char c) =>
        Folding.IsApostrophe(c) && _at > 0 && _at + 1 < _text.Length && Scripts.Of(_text[_at - 1]) != Script.None && Scripts.Of(_text[_at + 1]) != Script.None;

    // Of "sam@example.org" and "https://example.org/x" no part says anything: all of it is passed over.
    private bool IsAddress(int start)
    {
        if (!_text[_at..].StartsWith("@") && !_text[_at..].StartsWith("://"))
            return start > 0 && _text[start - 1] == '@';
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
            _at++;
        return true;
    }

    private void Fold(int start, int end)
    {
        _count = 0;
        for (var i = start; i < end && _count < LongestWord; i++)
            if (!Folding.IsInvisible(_text[i]) && !Folding.IsApostrophe(_text[i]))
                _letters[_count++] = Folding.Fold(_text[i]);
    }
}
