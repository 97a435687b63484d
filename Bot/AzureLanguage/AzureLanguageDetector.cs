using ReportBot.Knowledge.Language;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>
/// Language detection with Azure AI Language behind it. What is told in process is not asked: English never leaves. Only a message of some
/// length that could not be told, or is in a language without a name here, is sent, at most its first thousand characters.
/// </summary>
internal sealed class AzureLanguageDetector(LanguageReader local, AzureLanguageClient client) : ILanguageDetector
{
    private const int MostSent = 1000;
    private const int FewestWords = 3;
    private const double SureEnough = 0.8;

    /// <inheritdoc />
    public ValueTask<LanguageReading> DetectAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = local.Read(text);
        var isOpen = reading is { Verdict: LanguageVerdict.Unclear } or { Verdict: LanguageVerdict.Other, Code: null };
        return isOpen && Tells(text) ? new(AskAsync(text, reading, cancellationToken)) : ValueTask.FromResult(reading);
    }

    // Names and numbers begin with capitals and digits: where there is little else, there is nothing to ask about.
    private static bool Tells(string text)
    {
        var words = 0;
        for (var at = 0; at < text.Length && words < FewestWords; at++)
            words += char.IsLetter(text[at]) && !char.IsUpper(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1])) ? 1 : 0;
        return words >= FewestWords;
    }

    private async Task<LanguageReading> AskAsync(string text, LanguageReading reading, CancellationToken cancellationToken)
    {
        var document = new AnalyzeDocument("1", TextParts.Start(text, MostSent), Language: null);
        var answer = await client.AskAsync(
            new AnalyzeRequest("LanguageDetection", new AnalyzeParameters("latest", LoggingOptOut: true, StringIndexType: null), new AnalyzeInput([document])),
            cancellationToken);
        return answer?.Results?.Documents is [{ Id: "1", DetectedLanguage: { Iso6391Name: { } code, ConfidenceScore: >= SureEnough and <= 1 } }] && IsCode(code)
            ? code == WrittenLanguage.EnglishCode ? English(reading) : new LanguageReading(LanguageVerdict.Other, code)
            : reading;
    }

    // What was told here not to be English stays so: the service may only add a name.
    private static LanguageReading English(LanguageReading reading) => reading.IsOther ? reading : LanguageReading.English;

    // "(Unknown)" and nonsense are no codes.
    private static bool IsCode(string code) => code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower);
}
