using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>How to reach a person safely, in one line that is read before anything else.</summary>
public static class SafeContactLine
{
    /// <summary>The line, such as <c>Safe: text message only; after 6pm; no voicemail</c>.</summary>
    public static string Of(ReportDraft told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told[Question.Contact]?.Contact is { Anonymous: true })
            return "They stay anonymous. Answer only through their return code: do not call, write or visit.";
        string?[] parts = [Channels(told), Times(told), Voicemail(told), BesideContact(told)];
        var said = parts.Where(part => part is not null).ToList();
        return said.Count == 0
            ? "They did not say what is safe. Ask first whether they can talk, and leave no message that says what it is about."
            : $"Safe: {string.Join("; ", said)}.";
    }

    private static string? Channels(ReportDraft told)
    {
        var ways = told.Chosen(Question.SafeChannels).Select(choice => StaffWords.Inside(StaffWords.Choice(Question.SafeChannels, choice))).ToList();
        return ways.Count == 0 ? Words(told, Question.SafeChannels) : $"{string.Join(" or ", ways)} only";
    }

    private static string? Times(ReportDraft told) => Words(told, Question.SafeTimes);

    // Name, number and what is safe are asked for in one question: what was said there is as binding as an answer of its own.
    private static string? BesideContact(ReportDraft told) => SafeContact.Said(told[Question.Contact]) is { IsEmpty: false } said
        ? $"in their words, “{string.Join("; ", said)}”"
        : null;

    private static string? Voicemail(ReportDraft told) => told.Chosen(Question.Voicemail) switch
    {
        [VoicemailChoice.Yes, ..] => "voicemail is fine",
        [VoicemailChoice.NoName, ..] => "voicemail without saying who we are",
        [VoicemailChoice.No, ..] => "no voicemail",
        _ => Words(told, Question.Voicemail),
    };

    private static string? Words(ReportDraft told, string question) =>
        told[question] is { Kind: AnswerKind.Given, Words: { } words } && !string.IsNullOrWhiteSpace(words) ? words.Trim().TrimEnd('.') : null;
}
