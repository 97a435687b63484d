using System.Globalization;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Training;

/// <summary>Counts what was seen of danger in messages, and tells it in figures.</summary>
internal sealed class MessageTally
{
    private readonly SortedDictionary<string, (int Count, int Wrong)> _kinds = new(StringComparer.Ordinal);
    private int _emergencies;
    private int _safe;
    private int _selfHarm;
    private int _toldAsSelfHarm;

    /// <summary>How many emergencies were missed.</summary>
    public int Missed { get; private set; }

    /// <summary>How many messages without danger were taken for it.</summary>
    public int False { get; private set; }

    /// <summary>Counts one message; true when it was told right.</summary>
    public bool Count(LabelledMessage message, Danger danger)
    {
        var isWrong = message.IsEmergency != danger.IsEmergency;
        if (message.IsEmergency)
            (_emergencies, Missed) = (_emergencies + 1, Missed + (isWrong ? 1 : 0));
        else
            (_safe, False) = (_safe + 1, False + (isWrong ? 1 : 0));
        if (message is { IsEmergency: true, Kind: "selfharm" })
            (_selfHarm, _toldAsSelfHarm) = (_selfHarm + 1, _toldAsSelfHarm + (danger.Kind == DangerKind.SelfHarm ? 1 : 0));
        var (count, wrong) = _kinds.GetValueOrDefault(message.Kind);
        _kinds[message.Kind] = (count + 1, wrong + (isWrong ? 1 : 0));
        return !isWrong;
    }

    /// <summary>The figures, over several lines.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {string.Join("  ", _kinds.Select(kind => $"{kind.Key} {kind.Value.Wrong}/{kind.Value.Count}"))}
        missed {Missed} of {_emergencies} emergencies ({100.0 * Missed / Math.Max(1, _emergencies):0.0} %), false {False} of {_safe} ({100.0 * False / Math.Max(1, _safe):0.0} %), self-harm told as such {_toldAsSelfHarm} of {_selfHarm}
        """);
}
