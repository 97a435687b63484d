using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Language;

/// <summary>What the words of one message say for each language.</summary>
internal ref struct LanguageScores
{
    // A word that is English too says little for another language; a name says little for any.
    private const float AlsoEnglish = 0.25f;
    private const float AlsoName = 0.3f;

    // By how much a word in no list must be more like a language than like English, in nats a letter; and what it then says.
    private const float MoreLike = 0.5f;
    private const float LikeWeight = 0.4f;
    private const float MostByLikeness = 1.2f;
    private const int MostUnlisted = 40;

    // Words in no list, most of them unlike English.
    private const int FewestUnlike = 4;
    private const float UnlikeEnglish = -3.05f;

    private readonly Profiles _profiles;
    private readonly GivenNames _names;
    private readonly Span<float> _listed;
    private readonly Span<float> _rank;
    private readonly Span<float> _shared;
    private readonly Span<float> _likeness;
    private readonly Span<float> _hits;
    private readonly Span<float> _scripts;
    private float _english;
    private int _unlisted;
    private int _unlike;
    private bool _followsWord;
    private Token _last;

    public LanguageScores(Profiles profiles, GivenNames names, Span<float> room)
    {
        var count = profiles.Languages.Length;
        (_profiles, _names) = (profiles, names);
        _listed = room[..count];
        _rank = room.Slice(count, count);
        _shared = room.Slice(2 * count, count);
        _likeness = room.Slice(3 * count, count);
        _hits = room.Slice(4 * count, count);
        _scripts = room[(5 * count)..];
    }

    /// <summary>How many numbers it needs to work with, all of them zero.</summary>
    public static int RoomFor(Profiles profiles) => (5 * profiles.Languages.Length) + Scripts.Count;

    /// <summary>Words in Latin letters.</summary>
    public int LatinWords { get; private set; }

    /// <summary>Words, or signs, in any other script.</summary>
    public int ForeignWords { get; private set; }

    /// <summary>How many of those are signs of a script without spaces.</summary>
    public int Signs { get; private set; }

    /// <summary>Words in small letters with an accent, or a letter that English lacks.</summary>
    public int AccentedWords { get; private set; }

    /// <summary>How many words are English.</summary>
    public readonly float English => _english;

    /// <summary>The script most words that are not in Latin letters have.</summary>
    public readonly Script MainScript
    {
        get
        {
            var main = Script.None;
            for (var script = Script.Cyrillic; script <= Script.Elsewhere; script++)
                if (main == Script.None || _scripts[(int)script] > _scripts[(int)main])
                    main = script;
            // Japanese is written in Chinese signs and its own; its own tell it.
            return main == Script.Han && _scripts[(int)Script.Kana] > 0 ? Script.Kana : main;
        }
    }

    /// <summary>True when enough of the words are English.</summary>
    public readonly bool IsEnglish => _english >= 2 && _english * 4 >= LatinWords;

    /// <summary>True when hardly a word is English and most are unlike it.</summary>
    public readonly bool IsUnlikeEnglish => _english * 5 <= LatinWords && _unlisted >= FewestUnlike && _unlike * 10 >= _unlisted * 7 && _unlisted * 2 > LatinWords;

    /// <summary>Counts a word.</summary>
    public void Add(string text, Token token, ReadOnlySpan<char> folded)
    {
        // A word said over and over, "na na na", is one word.
        if (token.Script == Script.None || text.AsSpan(_last.Start, _last.Length).Equals(text.AsSpan(token.Start, token.Length), StringComparison.OrdinalIgnoreCase))
            return;
        _last = token;
        var uses = _profiles.UsesOf(folded);
        if (token.Script == Script.Latin)
            AddLatin(text, token, folded, uses);
        else
            AddForeign(text, token, uses);
        _followsWord = !EndsSentence(text, token);
    }

    /// <summary>What the lists say for a language.</summary>
    public readonly float Listed(int language) => _hits[language];

    /// <summary>True when a language's own words are there, one whole word's worth of them: letters alone name none.</summary>
    public readonly bool Names(int language) => _listed[language] >= 1;

    /// <summary>What lists and letters say for a language.</summary>
    public readonly float Evidence(int language) => _listed[language] + Math.Min(MostByLikeness, _likeness[language]);

    /// <summary>How many words are English and do not belong to that language as well.</summary>
    public readonly float EnglishAgainst(int language) => Math.Max(0, _english - _shared[language]);

    /// <summary>The language in Latin letters that most speaks for, English aside.</summary>
    public readonly int Best()
    {
        var best = -1;
        for (var language = 0; language < _rank.Length; language++)
            if (language != _profiles.English && (best < 0 || Rank(language) > Rank(best)))
                best = language;
        return best;
    }

    /// <summary>The language of a script that most speaks for; -1 when none is written in it.</summary>
    public readonly int BestIn(Script script)
    {
        var best = -1;
        for (var language = 0; language < _rank.Length; language++)
            if (_profiles.ScriptOf(language) == script && (best < 0 || _rank[language] > _rank[best]))
                best = language;
        return best;
    }

    private readonly float Rank(int language) => _rank[language] + (0.5f * Math.Min(MostByLikeness, _likeness[language]));

    private void AddLatin(string text, Token token, ReadOnlySpan<char> folded, ReadOnlySpan<Use> uses)
    {
        LatinWords++;
        var isEnglish = Has(uses, _profiles.English);
        _english += isEnglish ? folded.Length == 1 ? 0.5f : 1 : 0;
        var isCapital = char.IsUpper(text[token.Start]);
        var factor = isEnglish ? AlsoEnglish : _names.IsSure(folded) || (isCapital && _followsWord && folded.Length <= 3) ? AlsoName : 1;
        foreach (var use in uses)
            if (use.Language != _profiles.English)
                Count(use, factor, uses.Length, isEnglish);
        AddLetters(text, token, isCapital);
        if (uses.IsEmpty && !_names.IsSure(folded) && !(isCapital && _followsWord) && folded.Length >= 4 && !folded.ContainsAnyInRange('0', '9'))
            AddUnlisted(folded);
    }

    private void Count(Use use, float factor, int sharedBy, bool isEnglish)
    {
        _listed[use.Language] += use.Weight * factor;
        _rank[use.Language] += use.Weight * factor / MathF.Sqrt(sharedBy);
        _hits[use.Language] += factor == 1 ? 1 : 0;
        _shared[use.Language] += isEnglish ? 0.6f : 0;
    }

    private void AddForeign(string text, Token token, ReadOnlySpan<Use> uses)
    {
        ForeignWords++;
        Signs += Scripts.HasNoSpaces(token.Script) ? 1 : 0;
        _scripts[(int)token.Script]++;
        foreach (var use in uses)
            Count(use, 1, uses.Length, isEnglish: false);
        AddLetters(text, token, isCapital: false);
    }

    // Letters that few languages have: in a name they say nothing.
    private void AddLetters(string text, Token token, bool isCapital)
    {
        if (isCapital && _followsWord)
            return;
        AccentedWords += token.Script == Script.Latin && text.AsSpan(token.Start, token.Length).ContainsAnyInRange('\u00DF', '\u1EFF') ? 1 : 0;
        foreach (var c in text.AsSpan(token.Start, token.Length))
        {
            if (c < 0x80)
                continue;
            var uses = _profiles.UsesOf(c);
            foreach (var use in uses)
            {
                _rank[use.Language] += use.Weight / MathF.Sqrt(uses.Length);
                _likeness[use.Language] += use.Weight / uses.Length;
            }
        }
    }

    private void AddUnlisted(ReadOnlySpan<char> folded)
    {
        if (_unlisted >= MostUnlisted)
            return;
        _unlisted++;
        var english = _profiles.Patterns.Likeness(_profiles.English, folded);
        _unlike += english < UnlikeEnglish ? 1 : 0;
        for (var language = 0; language < _likeness.Length; language++)
            if (language != _profiles.English && _profiles.Patterns.Knows(language) && _profiles.Patterns.Likeness(language, folded) > english + MoreLike)
                _likeness[language] += LikeWeight;
    }

    private static bool Has(ReadOnlySpan<Use> uses, int language)
    {
        foreach (var use in uses)
            if (use.Language == language)
                return true;
        return false;
    }

    private static bool EndsSentence(string text, Token token)
    {
        for (var i = token.Start + token.Length; i < text.Length && !char.IsLetterOrDigit(text[i]); i++)
            if (text[i] is '.' or '!' or '?' or '\n' or ':' or '…')
                return true;
        return false;
    }
}
