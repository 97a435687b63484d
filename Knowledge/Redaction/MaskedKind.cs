namespace ReportBot.Knowledge.Redaction;

/// <summary>What was masked. Where two overlap, all of both goes under the kind that stands first here.</summary>
public enum MaskedKind
{
    /// <summary>An address on the web.</summary>
    Link,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name on social media.</summary>
    Handle,

    /// <summary>A card, account or sort code number.</summary>
    Bank,

    /// <summary>A phone number, in figures or in words.</summary>
    Phone,

    /// <summary>A National Insurance number.</summary>
    NationalInsurance,

    /// <summary>A police crime or incident number.</summary>
    PoliceReference,

    /// <summary>A date of birth.</summary>
    DateOfBirth,

    /// <summary>The registration of a vehicle.</summary>
    Vehicle,

    /// <summary>Any other number or code that stands for one person, house or case.</summary>
    Number,

    /// <summary>A house, flat or street.</summary>
    Address,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>A person's name.</summary>
    Name,
}

/// <summary>What stands in the place of what was masked.</summary>
public static class MaskedKinds
{
    /// <summary>The mask of a kind, such as <c>[name]</c>.</summary>
    public static string Mask(this MaskedKind kind) => kind switch
    {
        MaskedKind.Link => "[link]",
        MaskedKind.Email => "[e-mail]",
        MaskedKind.Handle => "[handle]",
        MaskedKind.Bank => "[bank details]",
        MaskedKind.Phone => "[phone]",
        MaskedKind.NationalInsurance => "[NI number]",
        MaskedKind.PoliceReference => "[police reference]",
        MaskedKind.DateOfBirth => "[date of birth]",
        MaskedKind.Vehicle => "[vehicle]",
        MaskedKind.Address => "[address]",
        MaskedKind.Postcode => "[postcode]",
        MaskedKind.Name => "[name]",
        _ => "[number]",
    };
}
