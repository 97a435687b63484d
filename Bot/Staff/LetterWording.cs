namespace ReportBot.Bot.Staff;

/// <summary>A text for letters.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Words">The text.</param>
public sealed record LetterText(string Title, string Words);

/// <summary>
/// Neutral texts about what a person can do who is not satisfied with us. The policy says nothing of it, so they name no deadline, number or
/// threshold; that there is an ombudsman and a case review (Anti-social Behaviour, Crime and Policing Act 2014) is general knowledge of November 2026.
/// </summary>
public static class LetterWording
{
    /// <summary>The texts.</summary>
    public static IReadOnlyList<LetterText> All { get; } =
    [
        new("Complaint", "If you are not satisfied with how we have dealt with your report, you can complain to us. A complaint is separate from your report: making one does not close your report or change it."),
        new("Housing Ombudsman", "If you have complained to us and are not satisfied with our answer, you can ask the Housing Ombudsman Service to look at your complaint. The service is independent of us."),
        new("ASB case review", "If you have reported anti-social behaviour and are not satisfied with what was done about it, you can ask for an ASB case review. The organisations involved then look together at what was done. Your council can tell you how to ask for one."),
    ];
}
