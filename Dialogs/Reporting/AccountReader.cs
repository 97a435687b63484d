using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Reads the account of a turn's draft, as far as the settings allow and it is in English.</summary>
public sealed class AccountReader(Recogniser recogniser, Extractor extractor, RecognitionOptions options)
{
    private static readonly Recognition Nothing = new([], []);
    private static readonly Extraction NotRead = new();

    /// <summary>What the account suggests; nothing when suggestions are off.</summary>
    public Recognition Recognised(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return options.Suggestions ? turn.Recognised(recogniser) : Nothing;
    }

    /// <summary>What the account already answers; nothing when extraction is off.</summary>
    public Extraction Extracted(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return options.Extraction ? extractor.Read(turn.Draft.ReadableText, turn.Now) : NotRead;
    }

    /// <summary>Everything read from a draft that is not told in a conversation.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="now">The moment "yesterday" is told from, UTC.</param>
    /// <param name="dangerSeen">True when words about danger were met.</param>
    public AccountReading Read(ReportDraft draft, DateTimeOffset now, bool dangerSeen)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new AccountReading
        {
            Recognised = options.Suggestions ? recogniser.Read(draft.ReadableText) : Nothing,
            Extraction = options.Extraction ? extractor.Read(draft.ReadableText, now) : NotRead,
            DangerSeen = dangerSeen,
        };
    }

    /// <summary>Everything read, for the report.</summary>
    public AccountReading Read(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new AccountReading { Recognised = Recognised(turn), Extraction = Extracted(turn), DangerSeen = turn.Memory.DangerSeen };
    }
}
