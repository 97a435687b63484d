namespace ReportBot.Bot.Hosting;

/// <summary>What the command line says about a service; everything else is configuration.</summary>
public sealed record ServiceArguments
{
    /// <summary>The data folder, absolute. It is made when it is missing.</summary>
    public required string Data { get; init; }

    /// <summary>The addresses to listen on, apart by semicolons; null for the configured ones, by default http://localhost:5000.</summary>
    public string? Urls { get; init; }

    /// <summary>True for a verb that uses the services without serving: only warnings are logged, to the error stream.</summary>
    public bool Quiet { get; init; }
}
