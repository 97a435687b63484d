namespace ReportBot.Knowledge.Redaction;

/// <summary>
/// Masks in process what tells who someone is: names, phone numbers, e-mail and postal addresses, dates of birth, registrations, numbers
/// of insurance, banks and police, names on social media and links. It would rather mask a word too many than leave a name. Pure and
/// deterministic, linear in the length of the text, safe on any text; one instance serves all threads.
/// </summary>
public sealed class Redactor : IRedactor
{
    private readonly NameFinder _names = new(NameWords.Shared);
    private readonly AddressFinder _addresses = new(AddressWords.Shared);

    /// <summary>A copy of a text with what tells who someone is masked.</summary>
    /// <param name="text">The text, of any length.</param>
    public RedactedText Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masks = new Masks();
        ContactFinder.Find(text, masks);
        NumberFinder.Find(text, masks);
        var words = PlainWordReader.In(text);
        _addresses.Find(text, words, masks);
        _names.Find(text, words, masks);
        return masks.On(text);
    }

    /// <inheritdoc />
    public ValueTask<RedactedText> RedactAsync(string text, CancellationToken cancellationToken) => ValueTask.FromResult(Redact(text));
}
