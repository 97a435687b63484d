namespace ReportBot.Dialogs.Person;

/// <summary>What a <c>handoff.initiate</c> event says beside the transcript. It holds no words of the person.</summary>
/// <param name="Report">The report it is about.</param>
/// <param name="Until">Until when the person waits, UTC.</param>
public sealed record PersonRequest(Guid Report, DateTimeOffset Until);
