using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Is the person it happened to under 18. A child who tells us of themselves learns at once who need not know and who may.</summary>
public sealed class Age() : ChoiceQuestion(Question.Age, YesNoChoice.All)
{
    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = ConversationTurn.Of(dc.Context);
        if (turn.Draft.Chose(Question.Role, RoleChoice.Me) && Read(turn).Answer is { } answer && answer.Choices.Contains(YesNoChoice.Yes))
            await turn.SayAsync("Under18_Help", cancellationToken);
        return await base.ContinueDialogAsync(dc, cancellationToken);
    }
}
