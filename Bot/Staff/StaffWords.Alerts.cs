using ReportBot.Bot.Alerts;

namespace ReportBot.Bot.Staff;

public static partial class StaffWords
{
    /// <summary>Why a person is needed.</summary>
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.UrgentReport => "Urgent or high-risk report",
        AlertKind.Danger => "Danger in a message",
        AlertKind.WaitsForPerson => "Somebody waits for a person",
        AlertKind.PromiseWarned => "Promise falls due",
        AlertKind.PromiseMissed => "Promise missed",
        AlertKind.Escalated => "Case went up a level",
        AlertKind.SecondPerson => "Second person wanted",
        _ => kind.ToString(),
    };

    /// <summary>A way in which alerts go out.</summary>
    public static string Of(AlertWayKind way) => way switch
    {
        AlertWayKind.Webhook => "Webhook",
        AlertWayKind.Email => "E-mail",
        AlertWayKind.Push => "Browser notification",
        _ => way.ToString(),
    };

    /// <summary>Whom an alert goes to.</summary>
    public static string Of(AlertStep step) => step switch
    {
        AlertStep.OnCall => "On call",
        AlertStep.Next => "Next on call",
        AlertStep.Managers => "Managers",
        _ => step.ToString(),
    };

    /// <summary>How often a shift comes again.</summary>
    public static string Of(ShiftRepeat repeat) => repeat switch
    {
        ShiftRepeat.Once => "Once",
        ShiftRepeat.EveryDay => "Every day",
        ShiftRepeat.EveryWeek => "Every week",
        _ => repeat.ToString(),
    };
}
