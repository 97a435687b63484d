using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Redaction;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>
/// Redaction with Azure AI Language behind it: what it finds beside what is found in process is masked as well. Without its answer the copy
/// is the local one. It sees at most the first 25,000 characters, five documents being the most one question may hold.
/// </summary>
internal sealed class AzureRedactor(Redactor local, AzureLanguageClient client) : IRedactor
{
    // A document may hold 5,120 text elements, a question five documents (the service's data limits, 18 November 2025).
    private const int MostOfDocument = 5000;
    private const int MostDocuments = 5;
    private const double SureEnough = 0.6;

    /// <inheritdoc />
    public async ValueTask<RedactedText> RedactAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var redacted = local.Redact(text);
        if (string.IsNullOrWhiteSpace(text))
            return redacted;
        var parts = TextParts.Of(text, MostOfDocument).Take(MostDocuments).ToList();
        var answer = await client.AskAsync(QuestionOf(parts), cancellationToken);
        var more = (answer?.Results?.Documents ?? []).OfType<AnsweredDocument>().SelectMany(document => FoundIn(document, parts)).ToList();
        return more.Count == 0 ? redacted : redacted.With(text, more);
    }

    private static AnalyzeRequest QuestionOf(List<TextPart> parts) => new(
        "PiiEntityRecognition",
        new AnalyzeParameters("latest", LoggingOptOut: true, StringIndexType: "Utf16CodeUnit"),
        new AnalyzeInput([.. parts.Select((part, index) => new AnalyzeDocument($"{index}", part.Words, "en"))]));

    private static IEnumerable<Masked> FoundIn(AnsweredDocument document, List<TextPart> parts)
    {
        if (!int.TryParse(document.Id, out var index) || index < 0 || index >= parts.Count)
            yield break;
        foreach (var entity in document.Entities ?? [])
            if (entity is { Offset: >= 0 and var offset, Length: > 0 and var length, ConfidenceScore: >= SureEnough and <= 1 }
                && length <= parts[index].Words.Length - offset && KindOf(entity.Category) is { } kind)
                yield return new Masked(kind, new Span(parts[index].Start + offset, length));
    }

    private static MaskedKind? KindOf(string? category) => category switch
    {
        "Person" => MaskedKind.Name,
        "PhoneNumber" => MaskedKind.Phone,
        "Email" => MaskedKind.Email,
        "Address" => MaskedKind.Address,
        "URL" => MaskedKind.Link,
        "UKNationalInsuranceNumber" => MaskedKind.NationalInsurance,
        "CreditCardNumber" or "InternationalBankingAccountNumber" or "SWIFTCode" or "SortCode" or "BankAccountNumber" => MaskedKind.Bank,
        "LicensePlate" => MaskedKind.Vehicle,
        "IPAddress" or "UKNationalHealthNumber" or "UKDriversLicenseNumber" or "USUKPassportNumber" or "UKUniqueTaxpayerNumber" or "UKElectoralRollNumber" => MaskedKind.Number,
        _ => null,
    };
}
