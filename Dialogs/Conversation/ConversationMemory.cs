using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Conversation;

/// <summary>A report this conversation has sent.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Promise">The contact promise made.</param>
/// <param name="SentAt">When it was sent, UTC.</param>
public sealed record SentReport(Guid Id, ReferenceNumber Reference, ContactPromise Promise, DateTimeOffset SentAt);

/// <summary>What a conversation remembers between turns, beside the dialog stack. Immutable; replaced by each turn.</summary>
public sealed record ConversationMemory
{
    /// <summary>The report being told; null when none is.</summary>
    public ReportDraft? Draft { get; init; }

    /// <summary>The turn the draft began in.</summary>
    public int DraftFrom { get; init; }

    /// <summary>The question whose answer is being changed; its old answer stands until a new one is given.</summary>
    public string? Changing { get; init; }

    /// <summary>The report this conversation has sent; null before that.</summary>
    public SentReport? Sent { get; init; }

    /// <summary>The return code issued, as its groups. It is in the encrypted state only; to find the thread by it, a keyed hash is stored.</summary>
    public string? ReturnCode { get; init; }

    /// <summary>The person was thanked for telling: once, not each turn.</summary>
    public bool Thanked { get; init; }

    /// <summary>Words about danger were met in this conversation: risk for staff, whatever was answered since.</summary>
    public bool DangerSeen { get; init; }

    /// <summary>Support for low mood was offered: once.</summary>
    public bool LowMoodAnswered { get; init; }

    /// <summary>The draft was shared with staff because the person asked for one of them.</summary>
    public bool SharedWithStaff { get; init; }

    /// <summary>The languages other than English met in this conversation, in order: what is said of each is said once.</summary>
    public ImmutableArray<string> Languages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>That the person waits for someone from staff here, or talks with one; null while the assistant has the conversation to itself.</summary>
    public TalkState? Talk { get; init; }

    /// <summary>The report staff have of this conversation: sent, or shared unfinished; null when they have none.</summary>
    [JsonIgnore]
    public Guid? ReportWithStaff => Draft is { } draft ? (SharedWithStaff ? draft.Id : null) : Sent?.Id;

    /// <summary>What was noted from the account without being asked, told to the person once.</summary>
    public ImmutableArray<string> Noted { get; init => field = value.IsDefault ? [] : value; } = [];
}
