using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Language;

/// <summary>A cry for help in another language.</summary>
/// <param name="Code">The language's code.</param>
/// <param name="Kind">An emergency, or someone who means to end their life.</param>
/// <param name="Where">The words.</param>
public sealed record CryForHelp(string Code, DangerKind Kind, Span Where);
