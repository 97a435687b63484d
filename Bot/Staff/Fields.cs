using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff;

/// <summary>A box to fill in.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Label">What to fill in.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Problem">What is wrong with that; null when nothing is.</param>
public sealed record TextField(string Id, string Name, string Label, string? Value, string? Problem)
{
    /// <summary>True for several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>True when it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The kind of box, as HTML calls it.</summary>
    public string Kind { get; init; } = "text";
}

/// <summary>The choice of a way of reaching somebody.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="AllowsLetter">True where a letter counts.</param>
/// <param name="Value">What is chosen.</param>
/// <param name="Problem">What is wrong with that; null when nothing is.</param>
public sealed record WayField(string Id, bool AllowsLetter, ContactWay Value, string? Problem)
{
    /// <summary>What can be chosen.</summary>
    public IEnumerable<ContactWay> Ways => Enum.GetValues<ContactWay>().Where(way => AllowsLetter || way is not ContactWay.Letter);
}

/// <summary>A choice of one among several.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Label">What to choose.</param>
/// <param name="Choices">The values with their words.</param>
/// <param name="Value">What is chosen; null for nothing.</param>
/// <param name="Problem">What is wrong with that; null when nothing is.</param>
public sealed record ChoiceField(string Id, string Name, string Label, IEnumerable<(string Value, string Words)> Choices, string? Value, string? Problem)
{
    /// <summary>The words of choosing nothing; null where the first choice stands unless another is made.</summary>
    public string? Nothing { get; init; } = "Choose";

    /// <summary>True when something has to be chosen.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The values of an enumeration with their words.</summary>
    public static IEnumerable<(string Value, string Words)> Of<T>(Func<T, string> words)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), words(value)));

    /// <summary>The choice among the values of an enumeration.</summary>
    public static ChoiceField Of<T>(string id, string name, string label, Func<T, string> words, T? value, string? problem)
        where T : struct, Enum => new(id, name, label, Of(words), value?.ToString(), problem);
}
