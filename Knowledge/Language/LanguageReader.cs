using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Language;

/// <summary>
/// Tells the language of a message in process: by script, by words of every day, and by how letters follow each other. It leans to English:
/// names, numbers, slang, second-language English and English with foreign words in it are never called another language. Pure, linear in
/// the length of the message; one instance serves all threads.
/// </summary>
public sealed class LanguageReader : ILanguageDetector
{
    private const int FewestWords = 3;
    private const int FewestSigns = 4;
    private const float Enough = 1.75f;
    private const float EnoughWithoutEnglish = 1.2f;
    private const int FewestWordsWithoutEnglish = 4;
    private const int FewestAccented = 2;
    private const float OverEnglish = 1.4f;

    private readonly Profiles _profiles = Profiles.Shared;
    private readonly GivenNames _names = GivenNames.Shared;

    /// <summary>The language of a message.</summary>
    /// <param name="text">The words, of any length.</param>
    public LanguageReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < FewestSigns)
            return LanguageReading.Unclear;
        Span<float> room = stackalloc float[LanguageScores.RoomFor(_profiles)];
        room.Clear();
        var scores = new LanguageScores(_profiles, _names, room);
        Span<char> letters = stackalloc char[Tokens.LongestWord];
        var tokens = new Tokens(text, letters);
        while (tokens.MoveNext())
            scores.Add(text, tokens.Current, tokens.Folded);
        return Decide(ref scores);
    }

    /// <inheritdoc />
    public ValueTask<LanguageReading> DetectAsync(string text, CancellationToken cancellationToken) => ValueTask.FromResult(Read(text));

    private LanguageReading Decide(ref LanguageScores scores)
    {
        if (scores.ForeignWords > 0 && OfAnotherScript(ref scores) is { } foreign)
            return foreign;
        if (scores.LatinWords < FewestWords)
            return LanguageReading.Unclear;
        var best = scores.Best();
        if (SaysEnough(ref scores, best))
            return new LanguageReading(LanguageVerdict.Other, scores.Names(best) ? _profiles.Languages[best].Code : null);
        if (scores.IsUnlikeEnglish)
            return new LanguageReading(LanguageVerdict.Other);
        return scores.IsEnglish ? LanguageReading.English : LanguageReading.Unclear;
    }

    private static bool SaysEnough(ref LanguageScores scores, int language)
    {
        var (evidence, english) = (scores.Evidence(language), scores.EnglishAgainst(language));
        if (scores.AccentedWords >= FewestAccented && scores.AccentedWords > OverEnglish * english)
            return true;
        if (english > 0)
            return scores.Listed(language) >= 2 && evidence >= Enough && evidence > OverEnglish * english;
        var enough = scores.LatinWords >= FewestWordsWithoutEnglish ? EnoughWithoutEnglish : Enough;
        return scores.Listed(language) + scores.AccentedWords >= 2 && scores.Listed(language) >= 1 && evidence >= enough;
    }

    private LanguageReading? OfAnotherScript(ref LanguageScores scores)
    {
        var enough = scores.Signs >= FewestSigns || scores.ForeignWords - scores.Signs >= FewestWords;
        if (!enough || scores.ForeignWords <= OverEnglish * scores.English)
            return null;
        var language = scores.BestIn(scores.MainScript);
        return new LanguageReading(LanguageVerdict.Other, language < 0 ? null : _profiles.Languages[language].Code);
    }
}
