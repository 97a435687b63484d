using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Conversation;

/// <summary>
/// One attempt at one turn, as the dialogs see it: what was sent, what is remembered, and what the turn decides.
/// It is made anew for every attempt, so a turn that lost its place leaves nothing behind.
/// </summary>
public sealed class ConversationTurn
{
    private (string Account, Recognition Recognition)? _recognised;

    /// <summary>The turn context the replies go to.</summary>
    public required ITurnContext Context { get; init; }

    /// <summary>The id of the thread.</summary>
    public required string Thread { get; init; }

    /// <summary>The place this turn will take in the thread, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The moment of the turn, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The phrases in the conversation's language.</summary>
    public required Phrases Phrases { get; init; }

    /// <summary>What was sent; an interruption may read it anew, such as "skip" typed as a word.</summary>
    public required UserInput Input { get; set; }

    /// <summary>The language of the words sent when it is not English (BCP 47, <c>und</c> for one without a name); null else. Nothing is guessed from such words.</summary>
    public string? Language { get; set; }

    /// <summary>What is remembered; replaced as the turn goes on, stored when it is done.</summary>
    public required ConversationMemory Memory { get; set; }

    /// <summary>The return code this turn issued; null when it issued none.</summary>
    public ReturnCode? IssuedReturnCode { get; private set; }

    /// <summary>True when this turn sent the report.</summary>
    public bool SentReport { get; private set; }

    /// <summary>The channel's id.</summary>
    public string Channel => Context.Activity.ChannelId;

    /// <summary>The report being told; begun when there is none yet.</summary>
    public ReportDraft Draft
    {
        get
        {
            BeginDraft();
            return Memory.Draft!;
        }
        set => Memory = Memory with { Draft = value };
    }

    /// <summary>Begins a report when none is being told.</summary>
    public void BeginDraft()
    {
        if (Memory.Draft is null)
            Memory = Memory with { Draft = new ReportDraft { Id = NewDraftId(), StartedAt = Now }, DraftFrom = Sequence };
    }

    /// <summary>What the readable part of the account as it stands suggests; read once a turn, however often it is asked for.</summary>
    public Recognition Recognised(Recogniser recogniser)
    {
        ArgumentNullException.ThrowIfNull(recogniser);
        var account = Draft.ReadableText;
        if (_recognised is { } known && known.Account == account)
            return known.Recognition;
        _recognised = (account, recogniser.Read(account));
        return _recognised.Value.Recognition;
    }

    /// <summary>Adds the words sent to what happened, as they came.</summary>
    public void AddToAccount() => Draft = Draft.WithAccount(Input.Words, Now, Language);

    /// <summary>Takes the files that came into the report.</summary>
    public void KeepFiles()
    {
        if (!Input.Files.IsEmpty)
            Draft = Draft with { Files = Draft.Files.AddRange(Input.Files) };
    }

    /// <summary>The turn going on in this context.</summary>
    public static ConversationTurn Of(ITurnContext context) =>
        context.TurnState.Get<ConversationTurn>() ?? throw new InvalidOperationException("No conversation turn was opened for this context.");

    /// <summary>Makes this the turn of its context.</summary>
    public void Open() => Context.TurnState.Add(this);

    /// <summary>Says a phrase.</summary>
    public Task SayAsync(string key, CancellationToken cancellationToken) => SayTextAsync(Phrases[key], cancellationToken);

    /// <summary>Says words already made from phrases.</summary>
    public Task SayTextAsync(string text, CancellationToken cancellationToken) =>
        Context.SendActivityAsync(MessageFactory.Text(text), cancellationToken);

    /// <summary>Says words in another language than the conversation's, named by its code.</summary>
    public Task SayInAsync(string language, string text, CancellationToken cancellationToken)
    {
        var message = MessageFactory.Text(text);
        message.Locale = language;
        return Context.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>Says something that may not wait for a screen reader to finish: danger only.</summary>
    public Task SayUrgentlyAsync(string text, CancellationToken cancellationToken, string? language = null)
    {
        var message = MessageFactory.Text(text);
        message.Importance = "urgent";
        message.Locale = language;
        return Context.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>Asks: words, and the card that goes with them. More cards may come before the question's own.</summary>
    public Task AskAsync(string text, QuestionCard question, CancellationToken cancellationToken, params ReadOnlySpan<Attachment> before)
    {
        var message = MessageFactory.Text(text, inputHint: InputHints.ExpectingInput);
        message.Attachments = [.. before, Card(QuestionCard.ContentType, question)];
        return Context.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>Shows a card under words.</summary>
    public Task ShowAsync(string text, Attachment card, CancellationToken cancellationToken)
    {
        var message = MessageFactory.Text(text);
        message.Attachments = [card];
        return Context.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>A card as an attachment.</summary>
    public static Attachment Card(string contentType, object content) => new() { ContentType = contentType, Content = content };

    /// <summary>The conversation's return code, issued now if there is none.</summary>
    public string ReturnCode()
    {
        if (Memory.ReturnCode is { } existing)
            return existing;
        IssuedReturnCode = Knowledge.Reporting.ReturnCode.New();
        Memory = Memory with { ReturnCode = IssuedReturnCode.ToString() };
        return Memory.ReturnCode!;
    }

    /// <summary>Marks the report as sent: the draft is gone from the conversation, the report stays with staff.</summary>
    public void MarkSent(Report report)
    {
        SentReport = true;
        Memory = Memory with
        {
            Draft = null,
            Changing = null,
            Noted = ImmutableArray<string>.Empty,
            Sent = new SentReport(report.Id, report.Reference, report.Promise, report.SentAt),
        };
    }

    // Derived from the thread and the turn, so that a turn that is run again begins the same draft.
    private Guid NewDraftId()
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"draft\n{Thread}\n{Sequence}"), hash);
        return new Guid(hash[..16]);
    }
}
