using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Bot.Cases;

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

    /// <summary>When the account was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The ways of looking at the queue they keep, in the order they were kept.</summary>
    public ImmutableArray<SavedView> Views { get; set => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The account as a case's history names it.</summary>
    public StaffRef Ref() => new(Id, Name);
}

/// <summary>Source-generated JSON of an account's document: a stored format.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StaffMember))]
internal sealed partial class StaffJson : JsonSerializerContext;
