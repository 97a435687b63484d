namespace ReportBot.Knowledge.Redaction;

/// <summary>Makes copies without what tells who someone is. It may ask a service outside; it never fails and never takes longer than 2 seconds.</summary>
public interface IRedactor
{
    /// <summary>A copy of a text with names, numbers, addresses and contact details masked.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RedactedText> RedactAsync(string text, CancellationToken cancellationToken);
}
