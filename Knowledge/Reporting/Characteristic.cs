using System.Text.Json.Serialization;

namespace ReportBot.Knowledge.Reporting;

/// <summary>
/// What a person thinks the hostility was aimed at: the five strands of policy 3.1, sex or gender (3.2), and the
/// "something else" that keeps a perception outside them on record. Order is the order choices are shown in.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Characteristic>))]
public enum Characteristic
{
    /// <summary>Colour, nationality, ethnic or national origin.</summary>
    Race,

    /// <summary>Religion or belief, or having none.</summary>
    Religion,

    /// <summary>Disability, hidden disabilities included.</summary>
    Disability,

    /// <summary>Sexual orientation, as it is or as it is taken to be.</summary>
    SexualOrientation,

    /// <summary>Transgender identity.</summary>
    Transgender,

    /// <summary>Sex or gender: misogyny and misandry (policy 3.2).</summary>
    Sex,

    /// <summary>Anything else the person names, such as age or a subculture.</summary>
    SomethingElse,
}

/// <summary>The written labels of <see cref="Characteristic"/>: a stored and published format (command `recognise`).</summary>
public static class CharacteristicLabels
{
    private static readonly string[] Labels =
        ["race", "religion", "disability", "sexual-orientation", "transgender", "sex", "something-else"];

    /// <summary>The label, for example <c>sexual-orientation</c>.</summary>
    public static string Label(this Characteristic characteristic) => Labels[(int)characteristic];

    /// <summary>Reads a label; false when it is none of them.</summary>
    public static bool TryParse(string? label, out Characteristic characteristic)
    {
        var index = Array.IndexOf(Labels, label);
        characteristic = index < 0 ? default : (Characteristic)index;
        return index >= 0;
    }
}
