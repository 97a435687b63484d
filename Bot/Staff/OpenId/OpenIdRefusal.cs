namespace ReportBot.Bot.Staff.OpenId;

/// <summary>Why somebody who came back from the provider is not signed in. The names are a stored format: they stand on the audit record and in addresses.</summary>
public enum OpenIdRefusal
{
    /// <summary>None of their groups and app roles has a role here.</summary>
    NoRole,

    /// <summary>Their groups have different roles here.</summary>
    ManyRoles,

    /// <summary>They are in more groups than a token holds, so the provider named none.</summary>
    TooManyGroups,

    /// <summary>They belong to another tenant.</summary>
    OtherTenant,

    /// <summary>Their account was ended here.</summary>
    Ended,

    /// <summary>They turned back at the provider.</summary>
    Cancelled,

    /// <summary>The provider does not answer.</summary>
    Down,

    /// <summary>What came back cannot be trusted or was used before.</summary>
    Untrusted,
}
