namespace ReportBot.Bot.Storage.Keys;

/// <summary>Tells rotation where wrapped data keys are kept.</summary>
public static class RotationComposition
{
    /// <summary>Adds a column of wrapped data keys, in a table whose primary key is <c>id</c>, of one of the folder's databases.</summary>
    public static IServiceCollection AddWrappedColumn(this IServiceCollection services, Func<DataFolder, string> database, string table, string column) =>
        services.AddSingleton<IRewrappable>(provider => new WrappedColumn(database(provider.GetRequiredService<DataFolder>()), table, column));
}
