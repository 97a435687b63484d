namespace ReportBot.EndToEnd.Running;

/// <summary>A running service of a test class's own, to be treated badly over HTTP.</summary>
public sealed class ServiceAlone : IAsyncLifetime
{
    /// <summary>The service.</summary>
    public RunningService Service { get; } = new();

    /// <summary>Starts it.</summary>
    public Task InitializeAsync() => Service.StartAsync();

    /// <summary>Ends it.</summary>
    public Task DisposeAsync() => Service.DisposeAsync().AsTask();
}
