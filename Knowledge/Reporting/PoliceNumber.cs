using System.Diagnostics.CodeAnalysis;
using ReportBot.Knowledge.Recognition.Finding;

namespace ReportBot.Knowledge.Reporting;

/// <summary>A crime or incident number the police gave, such as 46/12345/26 or 123-201126.</summary>
public sealed record PoliceNumber
{
    private readonly string _number;

    private PoliceNumber(string number) => _number = number;

    /// <summary>Reads a number, whatever stands before it ("CAD 123-201126"); false where it has not the form of one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PoliceNumber? reference)
    {
        reference = null;
        var typed = text?.Trim() ?? "";
        if (typed.Length is 0 or > Longest)
            return false;
        // What is typed into a box for it is introduced by the box.
        var introduced = $"{Introduction}{typed}";
        foreach (var found in PoliceReferences.AllIn(introduced))
            if (found.Where.Start + found.Where.Length == introduced.Length && found.Where.Start >= Introduction.Length)
                reference = reference is { } longer && longer._number.Length >= found.Value.Length ? reference : new PoliceNumber(found.Value);
        return reference is not null;
    }

    /// <summary>The number, letters in capitals.</summary>
    public override string ToString() => _number;

    private const int Longest = 60;
    private const string Introduction = "police reference ";
}
