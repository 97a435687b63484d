namespace ReportBot.Bot.Cases.Sqlite;

internal sealed partial class CaseSealing
{
    /// <summary>The rows of what is open to be done about a case.</summary>
    public static IEnumerable<TaskRow> Tasks(Case full)
    {
        var id = Columns.Of(full.Id);
        var holder = full.Standing.Holder;
        return full.Tasks.Where(task => task.State is TaskState.Open).Select(task => new TaskRow
        {
            Id = Columns.Of(task.Id),
            Case = id,
            Due = Columns.Of(task.Due),
            Owner = (task.Owner ?? holder) is { } owner ? Columns.Of(owner.Id) : null,
            Kind = (int)task.Kind,
        });
    }
}
