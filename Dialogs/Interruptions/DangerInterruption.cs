using Microsoft.Bot.Builder.Dialogs;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Dialogs.Reporting;
using ReportBot.Dialogs.Topics;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Interruptions;

/// <summary>
/// Danger is looked for in every message of every topic, before anything else, and has no switch. 999 comes first; a person
/// is offered, never summoned; the words are kept with what happened.
/// </summary>
public sealed class DangerInterruption(DangerWatch watch, CryWatch cries, LanguageReader languages, AfterSending afterSending) : IInterruption
{
    private const int ShortestSign = 4;

    /// <inheritdoc />
    public async Task<bool> TryAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (SaysDanger(dc, turn))
            return await AnswerAsync(dc, turn, "Danger", null, cancellationToken);
        if (turn.Input.Words.Length == 0)
            return false;
        var danger = watch.Look(turn.Input.Words);
        var cry = cries.Look(turn.Input.Words);
        if (cry is null && danger.Kind != DangerKind.None && (IsAsked(dc, turn, danger) || IsByChance(danger, turn.Input.Words, languages)))
            return false;
        if (danger.IsEmergency || cry is not null)
            return await AnswerAsync(dc, turn, KeyOf(danger.IsEmergency ? danger.Kind : cry!.Kind), cry?.Code, cancellationToken);
        if (danger.Kind == DangerKind.LowMood && turn.Memory is { LowMoodAnswered: false, Talk: not { IsHeld: true } })
        {
            turn.Memory = turn.Memory with { LowMoodAnswered = true };
            await turn.SayAsync("LowMood", cancellationToken);
        }

        return false;
    }

    /// <summary>True when words of another language only look like a sign: Polish "od" (from) is no overdose. A sign this short is one of its own words.</summary>
    public static bool IsByChance(Danger danger, string words, LanguageReader languages)
    {
        ArgumentNullException.ThrowIfNull(danger);
        ArgumentNullException.ThrowIfNull(languages);
        return danger.Evidence.All(sign => sign.Length < ShortestSign) && languages.Read(words).IsOther;
    }

    // Pressed, named or numbered where it was asked ("2", "the second"), or said in the words of that choice at any moment: "emergency".
    private static bool SaysDanger(DialogContext dc, ConversationTurn turn) =>
        turn.Phrases.Means("Safety_danger_Words", turn.Input.Words)
        || IsNumber(dc, turn)
        || (QuestionOf(dc, turn) is Safety safety && safety.Read(turn).Answer?.Choices.Contains(SafetyChoice.Danger) is true);

    // "2" is as good as pressed: it tells nothing of what happened.
    private static bool IsNumber(DialogContext dc, ConversationTurn turn) =>
        QuestionOf(dc, turn) is Safety && turn.Phrases.Means("Safety_danger_Number_Words", turn.Input.Words);

    // "My son" to the question who it happened to, "send", "help": what was asked for in just these words, and by words alone, is no cry, however like one it is.
    // What may be meant as the last words is one all the same, and so is a choice at the question of safety. To somebody from staff only "help" is asked of the assistant.
    private static bool IsAsked(DialogContext dc, ConversationTurn turn, Danger danger)
    {
        if (danger.Kind == DangerKind.SelfHarm || !turn.Input.Choices.IsEmpty || turn.Input.Words.Any(static c => char.IsSurrogate(c) || char.IsSymbol(c)))
            return false;
        if (turn.Memory.Talk is { IsHeld: true })
            return turn.Phrases.Means("Words_help", turn.Input.Words);
        return turn.Phrases.IsCommand(turn.Input.Words) || (QuestionOf(dc, turn) is ChoiceQuestion question and not Safety && question.Offers(turn.Phrases, turn.Input.Words));
    }

    // The question the form stood under, where the channel could say: another may be open by now.
    private static Dialog? QuestionOf(DialogContext dc, ConversationTurn turn) => (turn.Input.Question ?? OpenQuestion.Of(dc)) is { } asked ? dc.FindDialog(QuestionDialog.IdOf(asked)) : null;

    private static string KeyOf(DangerKind kind) => kind == DangerKind.SelfHarm ? "Danger_SelfHarm" : "Danger";

    // In their own language first, where the cry was in another; in English always.
    private async Task<bool> AnswerAsync(DialogContext dc, ConversationTurn turn, string key, string? cryIn, CancellationToken cancellationToken)
    {
        turn.Memory = turn.Memory with { DangerSeen = true };
        var read = languages.Read(turn.Input.Words);
        turn.Language = read.Verdict == LanguageVerdict.Unclear ? cryIn : read.Mark;
        if ((read.Code ?? cryIn) is { } code && OtherLanguages.Embedded.Danger(code) is { } danger)
            await turn.SayUrgentlyAsync(danger, cancellationToken, code);
        await turn.SayUrgentlyAsync(turn.Phrases[key], cancellationToken);
        if (turn.Memory.Talk is { IsHeld: true } talk)
            return await PassToPersonAsync(turn, talk.Report, cancellationToken);
        var kept = await KeepWordsAsync(dc, turn, cancellationToken);
        await turn.SayTextAsync(kept is null ? turn.Phrases["Danger_Person"] : $"{turn.Phrases[kept]} {turn.Phrases["Danger_Person"]}", cancellationToken);
        await OpenQuestion.AskAgainAsync(dc, turn, cancellationToken);
        return true;
    }

    // Whoever holds the conversation has it at once; the assistant has said what cannot wait, and is silent again.
    private async Task<bool> PassToPersonAsync(ConversationTurn turn, Guid report, CancellationToken cancellationToken)
    {
        if (await afterSending.PassAsync(turn, report, new PassedOn(IsUrgent: true), cancellationToken))
            await turn.SayAsync("Danger_Held", cancellationToken);
        await TalkCard.OfferAsync(turn, cancellationToken);
        return true;
    }

    // What is said of it, once it is so and never before 999; null where nothing was written, or where they were told that it did not go.
    private async Task<string?> KeepWordsAsync(DialogContext dc, ConversationTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Words.Length == 0)
            return null;
        // Whoever shared their report asked for a person: what cannot wait does not wait until they send it.
        var report = turn.Memory.ReportWithStaff;
        var isPassedOn = report is { } id && await afterSending.PassAsync(turn, id, new PassedOn(IsUrgent: true), cancellationToken);
        if (turn.Memory is not { Sent: not null, Draft: null })
        {
            turn.KeepFiles();
            if (!IsNumber(dc, turn))
                turn.AddToAccount();
        }

        return isPassedOn ? "Danger_Passed" : report is null && !IsNumber(dc, turn) ? "Danger_Kept" : null;
    }
}
