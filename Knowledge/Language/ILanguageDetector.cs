namespace ReportBot.Knowledge.Language;

/// <summary>Says which language a message is in. It may ask a service outside; it never fails and never takes longer than 2 seconds.</summary>
public interface ILanguageDetector
{
    /// <summary>The language of a message.</summary>
    /// <param name="text">The words, of any length.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<LanguageReading> DetectAsync(string text, CancellationToken cancellationToken);
}
