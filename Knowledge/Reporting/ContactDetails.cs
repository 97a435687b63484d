namespace ReportBot.Knowledge.Reporting;

/// <summary>How the person says they can be reached, as far as it could be read; the words stand in the answer itself.</summary>
public sealed record ContactDetails
{
    /// <summary>True when the person stays anonymous: they are answered through their return code only.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The name given, trimmed.</summary>
    public string? Name { get; init; }

    /// <summary>The phone number in national form without spaces, for example 07700900123.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address as typed.</summary>
    public string? Email { get; init; }
}
