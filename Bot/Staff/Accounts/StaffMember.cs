using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>A member of staff's account, as Identity works on it and as its document is stored. Identity sets its parts one by one and then saves it.</summary>
public sealed class StaffMember
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which writing of the document this is, from 1; 0 when it was not stored yet. Kept by the store.</summary>
    [JsonIgnore]
    public long Version { get; set; }

    /// <summary>The name they sign in with and colleagues see; empty until the first administrator has chosen one.</summary>
    public string Name { get; set; } = "";

    /// <summary>What they may do.</summary>
    public StaffRole Role { get; set; }

    /// <summary>The password's salted hash; null until it is set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changed to end every session of this account.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The secret of the second step, base32; null until it is made.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>True once a code of that secret was given: from then on no sign-in goes without one.</summary>
    public bool HasSecondStep { get; set; }

    /// <summary>The last time step whose code was taken, so that no code is taken twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>SHA-256 of the recovery codes not used yet.</summary>
    public ImmutableArray<string> RecoveryCodes { get; set => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Wrong tries since the last right one.</summary>
    public int FailedTries { get; set; }

    /// <summary>Locked until then, UTC; null when it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Who they are at the association's own provider; null for a local account, which has a password and a second step here.</summary>
    public OpenIdIdentity? OpenId { get; init; }

    /// <summary>True when the provider gave them no role the last time they came.</summary>
    public bool LostRole { get; set; }

    /// <summary>When an administrator ended the account, UTC; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>True when they can sign in, and so be given cases.</summary>
    [JsonIgnore]
    public bool IsReady => EndedAt is null && !LostRole && (PasswordHash is not null || OpenId is not null);

    /// <summary>When the account was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The ways of looking at the queue they keep, in the order they were kept.</summary>
    public ImmutableArray<SavedView> Views { get; set => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where alerts are e-mailed to them; null for nowhere.</summary>
    public string? AlertEmail { get; set; }

    /// <summary>The browsers in which alerts reach them, the newest last.</summary>
    public ImmutableArray<PushAddress> Pushes { get; set => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The account as a case's history names it.</summary>
    public StaffRef Ref() => new(Id, Name);
}

/// <summary>A browser that takes push messages (RFC 8030), as it named itself.</summary>
/// <param name="Endpoint">The address at its maker's push service; whoever has it can send.</param>
/// <param name="Key">Its public key, base64url (RFC 8291, <c>p256dh</c>).</param>
/// <param name="Secret">Its authentication secret, base64url (RFC 8291, <c>auth</c>).</param>
public sealed record PushAddress(string Endpoint, string Key, string Secret);

/// <summary>Source-generated JSON of an account's document: a stored format.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StaffMember))]
internal sealed partial class StaffJson : JsonSerializerContext;
