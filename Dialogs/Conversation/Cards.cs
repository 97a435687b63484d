using System.Collections.Immutable;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Dialogs.Conversation;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">The stored value.</param>
/// <param name="Label">The words shown, which may also be typed.</param>
/// <param name="Hint">A line under it, such as the words a suggestion rests on; null for none.</param>
/// <param name="Suggested">True when it stands first because the account suggested it. It is never ticked beforehand.</param>
public sealed record CardChoice(string Value, string Label, string? Hint = null, bool Suggested = false);

/// <summary>
/// What goes with a question, said once for every channel: the website makes buttons and boxes of it, Direct Line suggested
/// actions, Teams an Adaptive Card, SMS a numbered list. Content of an attachment of type <see cref="ContentType"/>.
/// </summary>
public sealed record QuestionCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.reportbot.question+json";

    /// <summary>The id of the question; comes back with the answer, so an old button is known for what it is.</summary>
    public required string Question { get; init; }

    /// <summary>What can be chosen, in order. "I'm not sure" and "Skip this" are in here, last, where they apply.</summary>
    public ImmutableArray<CardChoice> Choices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>True when several may be chosen and sent together.</summary>
    public bool Several { get; init; }

    /// <summary>True when the answer is likely long, so the box is tall.</summary>
    public bool LongAnswer { get; init; }

    /// <summary>What the text box is for, in two or three words; null where it takes the answer and nothing else.</summary>
    public string? BoxLabel { get; init; }

    /// <summary>True when files answer this question. Files may be sent at any time; here they are asked for.</summary>
    public bool AsksForFiles { get; init; }

    /// <summary>How far the person is, such as "About 4 questions left"; null when it would not help.</summary>
    public string? Progress { get; init; }

    /// <summary>Other things to come here for, which answer nothing: set apart from the choices.</summary>
    public ImmutableArray<CardChoice> Topics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What can always be said here: back, change, help, a person, leave. Quiet links beside the question.</summary>
    public ImmutableArray<CardChoice> Ways { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A row of the check-answers summary.</summary>
/// <param name="Question">The id of the question, for its Change button.</param>
/// <param name="Label">What was asked, in two or three words.</param>
/// <param name="Answer">What was answered, or "Not provided".</param>
/// <param name="Change">The words of the Change button, with what it changes, such as "Change what happened".</param>
public sealed record SummaryRow(string Question, string Label, string Answer, string Change);

/// <summary>Check answers before sending.</summary>
public sealed record SummaryCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.reportbot.summary+json";

    /// <summary>The rows, in the order asked.</summary>
    public required ImmutableArray<SummaryRow> Rows { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Who will be told what, one sentence a line.</summary>
    public required ImmutableArray<string> Sharing { get; init => field = value.IsDefault ? [] : value; }
}

/// <summary>A service of Appendix A as it is shown to a person.</summary>
/// <param name="Id">The service's id in the data file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Serves">Who it is for, in our words.</param>
/// <param name="Phone">The number as it is said; null when it has none.</param>
/// <param name="PhoneLink">The number as a tel: link; null when it has none.</param>
/// <param name="Site">The address of its site.</param>
/// <param name="Hours">Its hours in words; null when the policy gives none.</param>
/// <param name="OpenNow">"Open now" or "Opens Monday 10am"; null when the hours are not known.</param>
/// <param name="Partner">The plain-text label of Appendix A.</param>
public sealed record ServiceView(
    string Id, string Name, string Serves, string? Phone, string? PhoneLink, string Site, string? Hours, string? OpenNow, string Partner);

/// <summary>Services, best match first.</summary>
public sealed record ServicesCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.reportbot.services+json";

    /// <summary>The services shown.</summary>
    public required ImmutableArray<ServiceView> Services { get; init => field = value.IsDefault ? [] : value; }
}

/// <summary>A return code, to copy or print.</summary>
public sealed record ReturnCodeCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.reportbot.return-code+json";

    /// <summary>The code in four groups.</summary>
    public required string Code { get; init; }
}

/// <summary>The receipt after sending.</summary>
public sealed record ReceiptCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.reportbot.receipt+json";

    /// <summary>The reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The return code in four groups; null when it was given before and is not repeated.</summary>
    public string? ReturnCode { get; init; }

    /// <summary>"We aim to contact you by 5pm on Tuesday 24 November."</summary>
    public required string Promise { get; init; }

    /// <summary>When that is, for a machine.</summary>
    public required ContactPromise Due { get; init; }

    /// <summary>What happens next, three lines.</summary>
    public required ImmutableArray<string> Next { get; init => field = value.IsDefault ? [] : value; }
}
