using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.AzureLanguage;

/// <summary>
/// Azure AI Language as a helper of what is done in process. Off unless <see cref="Endpoint"/> is set. What it is asked, it is asked with
/// logging of input opted out; what it does not answer in time is answered locally.
/// </summary>
public sealed record AzureLanguageOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "AzureLanguage";

    /// <summary>The resource's address, such as https://NAME.cognitiveservices.azure.com; https, or http on this machine. Not set by default: nothing is asked.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The resource's key, from the environment or a vault only. Not set by default: the service's own Entra identity is used.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the REST API, as a date; 2024-11-01 unless set.</summary>
    [Required, RegularExpression("^20[0-9]{2}-[0-9]{2}-[0-9]{2}(-preview)?$")]
    public string ApiVersion { get; init; } = "2024-11-01";

    /// <summary>The language of a message is asked for where it could not be told here; true unless set.</summary>
    public bool DetectsLanguage { get; init; } = true;

    /// <summary>Personal information is looked for when a copy for sharing is made; true unless set.</summary>
    public bool Redacts { get; init; } = true;

    /// <summary>The longest one question may take, waits and second tries included: 100 ms to 2 s, 2 s unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:02")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))))
            yield return new ValidationResult("Must be an absolute https address.", [nameof(Endpoint)]);
        if (Endpoint is { Scheme: "http" } && string.IsNullOrEmpty(Key))
            yield return new ValidationResult("An identity is only shown to an https address: set a key.", [nameof(Key)]);
        if (Key is { Length: 0 })
            yield return new ValidationResult("Must not be empty when it is set.", [nameof(Key)]);
    }
}
