namespace ReportBot.Bot.Channels.Website;

/// <summary>Why a message was not taken, or not all of it. Whatever was typed is shown again beside the reason.</summary>
public enum ChatProblem
{
    /// <summary>Nothing was written, chosen or added.</summary>
    Empty,

    /// <summary>The same, where a report waits to be sent and Send was pressed for it.</summary>
    NotSentYet,

    /// <summary>The text is longer than is taken at once.</summary>
    TooLong,

    /// <summary>Too many messages in a minute.</summary>
    TooMany,

    /// <summary>The page was open too long before its first message, or its seed is not ours.</summary>
    SeedClosed,

    /// <summary>It could not be stored.</summary>
    NotKept,

    /// <summary>A file is larger than is taken.</summary>
    FileTooLarge,

    /// <summary>A file is not of a kind that is taken.</summary>
    FileKind,

    /// <summary>There is nothing in a file.</summary>
    FileEmpty,

    /// <summary>More files than are taken with one message.</summary>
    TooManyFiles,

    /// <summary>The conversation has as many files as it may have.</summary>
    NoMoreFiles,

    /// <summary>The form is not one of ours.</summary>
    NotOurs,
}

/// <summary>A message that was not taken, for the page that says so.</summary>
/// <param name="Problem">Why.</param>
/// <param name="Text">What was typed.</param>
public sealed record ChatRefusal(ChatProblem Problem, string Text);

/// <summary>Problems in words and as statuses.</summary>
public static class ChatProblems
{
    /// <summary>What the person is told.</summary>
    public static string Words(this ChatProblem problem) => problem switch
    {
        ChatProblem.Empty => "Nothing came through. Write something, choose an answer or add a file. Then press Send.",
        ChatProblem.NotSentYet => "Your report is not sent yet. To send it, press \"Send my report\".",
        ChatProblem.TooLong => "That is more than 20,000 characters, so it was not sent. It is all still in the box. Send it in two parts: cut the second half, press Send, then paste the rest.",
        ChatProblem.TooMany => "That was a lot of messages in a short time, so this one was not sent. What you wrote is still in the box. Wait a minute, then press Send.",
        ChatProblem.SeedClosed => "We could not open that conversation. The page may have been open for too long. What you wrote is still in the box. Press Send to start.",
        ChatProblem.NotKept => "We could not keep that just now, so it was not sent. What you wrote is still in the box. Press Send again in a minute.",
        ChatProblem.FileTooLarge => "A file was larger than we can take and was not kept. You can send a smaller copy, or part of it.",
        ChatProblem.FileKind => "A file was not kept. We can take photos, video, sound and PDF files only.",
        ChatProblem.FileEmpty => "A file was empty and was not kept. Please add it again.",
        ChatProblem.TooManyFiles => "Some files were not kept, because there were too many at once. Please send the rest in another message.",
        ChatProblem.NoMoreFiles => "A file was not kept, because this conversation has as many files as it can hold. Tell us about the others in words.",
        _ => "That did not reach us in one piece, so it was not sent. Please try once more.",
    };

    /// <summary>The status of an answer that says so.</summary>
    public static int Status(this ChatProblem problem) => problem switch
    {
        ChatProblem.TooMany => StatusCodes.Status429TooManyRequests,
        ChatProblem.NotKept => StatusCodes.Status503ServiceUnavailable,
        ChatProblem.FileTooLarge or ChatProblem.TooLong => StatusCodes.Status413PayloadTooLarge,
        ChatProblem.FileKind => StatusCodes.Status415UnsupportedMediaType,
        ChatProblem.NotOurs => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
