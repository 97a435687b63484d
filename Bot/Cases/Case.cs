using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

/// <summary>
/// What staff work on: one or more reports about one matter, and everything done about them. Stored as one document; references belong to
/// its reports, counts to the case.
/// </summary>
public sealed record Case
{
    /// <summary>The id, derived from the first report's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which writing of the document this is, from 1: what a change must have been read from. Kept by the store, not in the document.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    /// <summary>The reports, first one first; at least one.</summary>
    public required ImmutableArray<Report> Reports { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What happened, in the order it was recorded. Only ever added to.</summary>
    public required ImmutableArray<CaseEvent> History { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The first report: what the case is about.</summary>
    [JsonIgnore]
    public Report First => Reports[0];

    /// <summary>What the history comes to.</summary>
    [JsonIgnore]
    public CaseStanding Standing => CaseStanding.Of(History);

    /// <summary>What it comes to between staff and the person.</summary>
    [JsonIgnore]
    public CaseTalk Talk => CaseTalk.Of(History);

    /// <summary>The people involved besides those who reported, in the order they were added.</summary>
    [JsonIgnore]
    public ImmutableArray<InvolvedPerson> Involved => CaseInvolved.Of(History);

    /// <summary>Whom it is walled off from.</summary>
    [JsonIgnore]
    public CaseWalls Walls => CaseWalls.Of(History);

    /// <summary>What is to be done about it, and was, what is due first first.</summary>
    [JsonIgnore]
    public ImmutableArray<CaseTask> Tasks => CaseTasks.Of(History);

    /// <summary>What the work on it comes to.</summary>
    [JsonIgnore]
    public CaseWork Work => CaseWork.Of(History);

    /// <summary>What staff recorded of the person's circumstances.</summary>
    [JsonIgnore]
    public CaseCircumstances Circumstances => CaseCircumstances.Of(History);

    /// <summary>A report of this case, with the answers staff added where the person gave none; null when it is none of them.</summary>
    public Report? ReportOf(Guid report) => Reports.FirstOrDefault(known => known.Id == report) is { } found ? Circumstances.With(found) : null;

    /// <summary>The id of the case that a report makes.</summary>
    public static Guid IdOf(Guid report) => IdOf(report.ToString("N"));

    /// <summary>An id derived from another, so that whoever derives it again comes to the same.</summary>
    internal static Guid IdOf(string other) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"case:{other}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>True when this command was already carried out here.</summary>
    public bool HasDone(Guid command)
    {
        foreach (var past in History)
            if (past.Command == command)
                return true;
        return false;
    }

    /// <summary>The case with one more thing in its history.</summary>
    public Case With(CaseEvent happened) => this with { History = History.Add(happened) };
}
