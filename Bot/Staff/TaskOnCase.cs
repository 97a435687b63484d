using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.Pages;

namespace ReportBot.Bot.Staff;

/// <summary>An open task as a case page shows it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Task">The task.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record TaskOnCase(CaseModel Page, CaseTask Task, DateTimeOffset Now)
{
    /// <summary>True when it should have been done by now.</summary>
    public bool IsOverdue => Task.Due < Now;
}
