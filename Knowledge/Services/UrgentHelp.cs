using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportBot.Knowledge.Services;

/// <summary>A number or a way to get help at once.</summary>
/// <param name="Id">The id, stable.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Number">The number as it is said; null when it has none.</param>
/// <param name="Link">The link that dials, texts or opens it.</param>
/// <param name="Text">How to use it, in our words.</param>
/// <param name="Source">Where the facts come from.</param>
/// <param name="Since">The day the entry was last looked at.</param>
public sealed record UrgentContact(string Id, string Name, string? Number, string Link, string Text, string Source, DateOnly Since);

internal sealed record UrgentHelpFile(string About, ImmutableArray<UrgentContact> Entries);

/// <summary>
/// The numbers that come before or beside a report: the police as the policy names them, the ways to reach them without a voice,
/// support in low mood, and fire safety at home.
/// </summary>
public static class UrgentHelp
{
    private const string File = "Services/urgent-help.json";

    private static readonly ImmutableArray<UrgentContact> Entries =
        EmbeddedData.Read(File, ServicesJsonContext.Default.UrgentHelpFile).Entries;

    private static readonly FrozenDictionary<string, UrgentContact> ById = Entries.ToFrozenDictionary(entry => entry.Id);

    /// <summary>999, when someone is in danger now.</summary>
    public static UrgentContact Emergency { get; } = Entry("999");

    /// <summary>Kent Police on 101, when no one is in danger now.</summary>
    public static UrgentContact KentPolice { get; } = Entry("101");

    /// <summary>999 from a mobile without speaking: 55 when the prompt asks for it.</summary>
    public static UrgentContact SilentOnMobile { get; } = Entry("silent-mobile");

    /// <summary>999 from a landline without speaking: stay on the line, no 55.</summary>
    public static UrgentContact SilentOnLandline { get; } = Entry("silent-landline");

    /// <summary>Relay UK in an emergency, 18000.</summary>
    public static UrgentContact RelayEmergency { get; } = Entry("relay-emergency");

    /// <summary>Relay UK to Kent Police otherwise, 18001 101.</summary>
    public static UrgentContact RelayKentPolice { get; } = Entry("relay-101");

    /// <summary>999 in British Sign Language by video.</summary>
    public static UrgentContact EmergencySignLanguage { get; } = Entry("999-bsl");

    /// <summary>999 by text, for phones that are registered already.</summary>
    public static UrgentContact EmergencyText { get; } = Entry("emergency-sms");

    /// <summary>Samaritans, 116 123.</summary>
    public static UrgentContact Samaritans { get; } = Entry("samaritans");

    /// <summary>NHS 111.</summary>
    public static UrgentContact Nhs { get; } = Entry("nhs-111");

    /// <summary>Kent Fire and Rescue: Safe and Well visits, letterboxes that keep fire out.</summary>
    public static UrgentContact FireSafety { get; } = Entry("fire-safety");

    /// <summary>Every entry, in the order of the file.</summary>
    public static ImmutableArray<UrgentContact> All => Entries;

    private static UrgentContact Entry(string id) =>
        ById.GetValueOrDefault(id) ?? throw new KnowledgeDataException(File, $"There is no entry '{id}'.");
}
