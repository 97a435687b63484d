using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Site;

/// <summary>The housing association whose pages these are. What is not set is not mentioned.</summary>
public sealed record OrganisationOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Organisation";

    /// <summary>Its name, 1 to 80 characters. "West Kent" by default.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string Name { get; init; } = "West Kent";

    /// <summary>Its phone number as it is said; not set by default.</summary>
    [RegularExpression(@"^\+?[0-9][0-9 ]{2,20}$")]
    public string? Phone { get; init; }

    /// <summary>When the phone is answered, in words, such as "Monday to Friday, 9am to 5pm"; not set by default.</summary>
    [StringLength(120)]
    public string? PhoneHours { get; init; }

    /// <summary>Its postal address on one line; not set by default.</summary>
    [StringLength(300)]
    public string? Address { get; init; }

    /// <summary>Its own website, http or https; not set by default.</summary>
    public Uri? Site { get; init; }

    /// <summary>Its privacy policy (policy 7.2), http or https; not set by default.</summary>
    public Uri? PrivacyPolicy { get; init; }

    /// <summary>Who takes complaints about personal information, in words with how to reach them; not set by default.</summary>
    [StringLength(300)]
    public string? PrivacyContact { get; init; }

    /// <summary>Where "Exit this page" leads: an ordinary public https page. BBC Weather by default.</summary>
    [Required]
    public Uri ExitTarget { get; init; } = new("https://www.bbc.co.uk/weather");

    /// <summary>What that page is called, 1 to 80 characters. "BBC Weather" by default.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string ExitTargetName { get; init; } = "BBC Weather";

    /// <summary>The phone number as a tel: link; null when there is none.</summary>
    public string? PhoneLink => Phone is null ? null : "tel:" + Phone.Replace(" ", "", StringComparison.Ordinal);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWeb(ExitTarget))
            yield return new ValidationResult("Must be an absolute http or https address.", [nameof(ExitTarget)]);
        if (Site is not null && !IsWeb(Site))
            yield return new ValidationResult("Must be an absolute http or https address.", [nameof(Site)]);
        if (PrivacyPolicy is not null && !IsWeb(PrivacyPolicy))
            yield return new ValidationResult("Must be an absolute http or https address.", [nameof(PrivacyPolicy)]);
    }

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";
}
