using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Alerts;

/// <summary>Alerts to staff when something needs a person and no console is open. Off until one of the ways is set.</summary>
public sealed record AlertsOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Alerts";

    /// <summary>The address at which staff reach this service, such as https://reports.example.org: https, or http on this machine. Needed by every way.</summary>
    public Uri? Site { get; init; }

    /// <summary>How long after a request a console still counts as open: 30 seconds to 1 hour, 2 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00")]
    public TimeSpan ConsoleOpenFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long whoever was told has to come before the next is told, and the managers last: 1 minute to 4 hours, 10 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01", "04:00")]
    public TimeSpan NextAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest one attempt to send may take: 1 second to 1 minute, 10 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>An address of the association's own that is told of every alert.</summary>
    public WebhookOptions Webhook { get; init; } = new();

    /// <summary>The mail server that alerts are sent by.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Notifications in the browsers of those who ask for them.</summary>
    public PushOptions Push { get; init; } = new();

    /// <summary>True when alerts go anywhere.</summary>
    public bool IsOn => Webhook.Url is not null || Smtp.IsOn || Push.IsOn;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && Site is null)
            yield return new ValidationResult("Alerts: set Site, where staff sign in, before a way is turned on.", [nameof(Site)]);
        if (Site is { } site && !IsSafe(site))
            yield return new ValidationResult("Alerts: Site must be an absolute https address.", [nameof(Site)]);
        foreach (var problem in Webhook.Problems())
            yield return new ValidationResult($"Alerts:Webhook: {problem}", [nameof(Webhook)]);
        foreach (var problem in Smtp.Problems())
            yield return new ValidationResult($"Alerts:Smtp: {problem}", [nameof(Smtp)]);
        foreach (var problem in Push.Problems())
            yield return new ValidationResult($"Alerts:Push: {problem}", [nameof(Push)]);
    }

    /// <summary>True for https, and for http where nothing leaves this machine.</summary>
    internal static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

/// <summary>Where alerts are posted as JSON, signed as www.standardwebhooks.com says.</summary>
public sealed record WebhookOptions
{
    private const string Prefix = "whsec_";

    /// <summary>The address; https, or http on this machine. Not set by default: nothing is posted.</summary>
    public Uri? Url { get; init; }

    /// <summary>What posts are signed with, from the environment or a vault only: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
    public string? Secret { get; init; }

    /// <summary>The secret's bytes; throws <see cref="FormatException"/> when it is none, which is refused at start.</summary>
    internal byte[] Key() => Convert.FromBase64String(Secret![Prefix.Length..]); // Checked at start.

    internal IEnumerable<string> Problems()
    {
        if (Url is { } address && !AlertsOptions.IsSafe(address))
            yield return "Url must be an absolute https address.";
        if (Url is not null && !IsSecret(Secret))
            yield return $"set Secret: {Prefix} and 24 to 64 bytes in base64.";
    }

    private static bool IsSecret(string? secret)
    {
        var bytes = new byte[64];
        return secret?.StartsWith(Prefix, StringComparison.Ordinal) == true && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length >= 24;
    }
}

/// <summary>How the connection to a mail server is kept private.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS is asked for on the connection, and nothing is sent where it is not given.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>None, on this machine only.</summary>
    None,
}

/// <summary>The mail server that alerts are sent by (RFC 5321).</summary>
public sealed record SmtpOptions
{
    /// <summary>Its name. Not set by default: nothing is e-mailed.</summary>
    public string? Host { get; init; }

    /// <summary>Its port: 1 to 65535, 587 unless set.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is kept private; StartTls unless set. None is refused for another machine.</summary>
    public SmtpSecurity Security { get; init; }

    /// <summary>A PEM file with the certificate of the authority that vouches for the mail server, trusted beside the machine's own. Not set by default: only those are.</summary>
    public string? Authority { get; init; }

    /// <summary>Whom to sign in as; not set by default: nobody.</summary>
    public string? User { get; init; }

    /// <summary>The password, from the environment or a vault only.</summary>
    public string? Password { get; init; }

    /// <summary>The address that alerts come from.</summary>
    public string? From { get; init; }

    internal bool IsOn => Host is not null;

    internal IEnumerable<string> Problems()
    {
        if (!IsOn)
            yield break;
        if (Uri.CheckHostName(Host) is UriHostNameType.Unknown)
            yield return "Host must be the name or address of a machine.";
        if (Port is < 1 or > 65535)
            yield return "Port must be 1 to 65535.";
        if (Security is SmtpSecurity.None && !IsThisMachine(Host!)) // It is on.
            yield return "Security None is for a server on this machine only.";
        if (Authority is { } path && MailAuthority.Read(path) is null)
            yield return "Authority must be a PEM file with a certificate in it, which this service may read.";
        if (AlertAddresses.ReadEmail(From) is null)
            yield return "set From, the e-mail address that alerts come from.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return "set User and Password both, or neither.";
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}

/// <summary>Notifications in the browsers of those who ask for them (RFC 8030).</summary>
public sealed record PushOptions
{
    private static readonly string[] Known = ["fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com"];

    /// <summary>Whom a push service may write to about this one, as mailto: or https (RFC 8292, 2.1). Not set by default: nothing is pushed.</summary>
    public Uri? Contact { get; init; }

    /// <summary>The hosts of push services, each with what is under it. Not set: those of Chrome, Firefox, Edge and Safari. Browsers say where to push, so nothing else is called.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    internal bool IsOn => Contact is not null;

    /// <summary>True when that address is at one of the services.</summary>
    internal bool Allows(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && AlertsOptions.IsSafe(address)
        && (Services ?? Known).Any(host => address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    internal IEnumerable<string> Problems()
    {
        if (Contact is { } contact && !(contact.IsAbsoluteUri && contact.Scheme is "mailto" or "https"))
            yield return "Contact must be a mailto: or https: address.";
        if (Services?.Any(host => Uri.CheckHostName(host) is UriHostNameType.Unknown) == true)
            yield return "Services must be names of machines.";
    }
}
