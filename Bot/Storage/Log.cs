namespace ReportBot.Bot;

/// <summary>Storage: events 1100 to 1199.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Error, "A copy without metadata of a file of type {MediaType} could not be made: {Exception}")]
    public static partial void CopyFailed(ILogger logger, string mediaType, string exception);

    [LoggerMessage(1101, LogLevel.Information, "{Files} files were deleted whose conversation is not there")]
    public static partial void FilesSwept(ILogger logger, int files);

    [LoggerMessage(1102, LogLevel.Error, "Files whose conversation is not there could not be deleted: {Exception}")]
    public static partial void SweepFailed(ILogger logger, string exception);
}
