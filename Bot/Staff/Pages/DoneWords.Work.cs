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
        _ => null,
    };
}
