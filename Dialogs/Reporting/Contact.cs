using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>How to reach them safely, name and safe contact in one answer, or anonymous.</summary>
public sealed class Contact(Extractor extractor) : ChoiceQuestion(Question.Contact, [Anonymous], takesWords: true)
{
    /// <summary>The choice to stay anonymous.</summary>
    public const string Anonymous = "anonymous";

    /// <inheritdoc />
    protected override bool OffersNotSure => false;

    /// <inheritdoc />
    public override Reading Read(ConversationTurn turn)
    {
        var reading = base.Read(turn);
        if (reading.Answer is not { Kind: AnswerKind.Given } answer)
            return reading;
        var contact = answer.Choices.Contains(Anonymous)
            ? new ContactDetails { Anonymous = true }
            : Details(turn);
        return Reading.Of(answer with { Contact = contact });
    }

    // A number or an address reads the same in every language; a name is told by the English around it.
    private ContactDetails? Details(ConversationTurn turn)
    {
        var read = extractor.Contact(turn.Input.Words);
        if (turn.Language is null || read is null)
            return read;
        return read.Phone is null && read.Email is null ? null : read with { Name = null };
    }

    /// <inheritdoc />
    public override void Keep(ConversationTurn turn, Answer answer)
    {
        base.Keep(turn, answer);
        // Someone who stays anonymous is answered through the code only, so there has to be one.
        if (answer.Contact is { Anonymous: true })
            turn.ReturnCode();
    }
}
