using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Language;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>
/// A message in another language: once per language the person is told, in it, that a person can help with an interpreter and that 999
/// works. Nothing is guessed from such words. It never takes the turn: the open question keeps what was said, and the report goes on.
/// </summary>
public sealed class LanguageInterruption(ILanguageDetector detector) : IInterruption
{
    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Input.Words.Length == 0)
            return false;
        turn.Language = (await detector.DetectAsync(turn.Input.Words, cancellationToken)).Mark;
        if (turn.Language is not { } code || turn.Memory.Languages.Contains(code))
            return false;
        turn.Memory = turn.Memory with { Languages = turn.Memory.Languages.Add(code) };
        if (OtherLanguages.Embedded.Greeting(code) is { } greeting)
            await turn.SayInAsync(code, greeting, cancellationToken);
        // In English as well: for whoever helps them, and for somebody whose English was not recognised.
        await turn.SayTextAsync(
            WrittenLanguage.Of(code) is { } language ? turn.Phrases.With("Language_Named", language.Name) : turn.Phrases["Language_Unnamed"],
            cancellationToken);
        return false;
    }
}
