namespace ReportBot.Bot.Staff.Pages;

internal static partial class DoneWords
{
    private static string? WorkDone(string? done) => done switch
    {
        "task-added" => "The task is written down.",
        "task-moved" => "The task is changed.",
        "task-done" => "The task is done.",
        "task-dropped" => "The task is closed. The history says why.",
        "plan-agreed" => "The plan is recorded, and the next update is a task.",
        "update-given" => "The update is recorded, and the task for it is done.",
        "referral-proposed" => "The referral is proposed. Nothing is passed on until the person agrees.",
        "referral-consented" => "The consent is recorded.",
        "referral-made" => "The referral is recorded as made.",
        "referral-declined" => "It is recorded that the referral does not happen.",
        "referral-answered" => "The answer is recorded.",
        "consent-withdrawn" => "It is recorded that they no longer agree. If something was passed on, telling the service is a task.",
        "police-recorded" => "The police reference is recorded.",
        "disclosed" => "What was told is recorded.",
        "action-recorded" => "The action is recorded.",
        "action-ended" => "What came of it is recorded.",
        "repair-requested" => "The repair is recorded, and seeing whether it was done is a task.",
        _ => null,
    };
}
