using System.Collections.Immutable;

namespace ReportBot.Knowledge.Reporting;

/// <summary>What a draft must hold before it can be sent: the account, and nothing else.</summary>
public static class DraftReadiness
{
    /// <summary>The ids of the questions that must still be answered; empty when it can be sent.</summary>
    public static ImmutableArray<string> Missing(ReportDraft draft) => HasAccount(draft) ? [] : [Question.Account];

    /// <summary>True when it can be sent.</summary>
    public static bool IsReady(ReportDraft draft) => HasAccount(draft);

    private static bool HasAccount(ReportDraft draft) => draft.Account.Any(part => part.Words.Any(char.IsLetterOrDigit));
}
