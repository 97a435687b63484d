using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>Reads the signs of danger of a text by the rules of Rules/Danger, and whether each still holds.</summary>
internal sealed class DangerSigns
{
    private readonly RuleBook _rules;
    private readonly DangerSign[] _signs;
    private readonly ToneReader _tones;

    /// <summary>Reads the headings of the rules.</summary>
    public DangerSigns(RuleBook rules, ToneReader tones)
    {
        (_rules, _tones) = (rules, tones);
        _signs = [.. rules.Headings.Select(SignOf)];
    }

    /// <summary>Adds the rules that match to the text.</summary>
    public void Match(ReadText read) => _rules.Match(read);

    /// <summary>What a rule tells.</summary>
    public DangerSign Of(in RuleHit hit) => _signs[hit.Rule];

    /// <summary>True when no figure of speech covers the sign, and nothing around it says that it is over or only asked about.</summary>
    public bool Holds(ReadText read, in RuleHit hit) => !IsCovered(read, hit) && !IsOver(read, hit);

    /// <summary>True when a figure of speech covers the sign.</summary>
    public bool IsCovered(ReadText read, in RuleHit hit)
    {
        foreach (ref readonly var other in read.Hits)
            if (_signs[other.Rule] == DangerSign.Cancel && other.First < hit.End && hit.First < other.End)
                return true;
        return false;
    }

    private static DangerSign SignOf(string heading) => heading switch
    {
        "now" => DangerSign.Now,
        "likely" => DangerSign.Likely,
        "selfharm" => DangerSign.SelfHarm,
        "lowmood" => DangerSign.LowMood,
        "cancel" => DangerSign.Cancel,
        _ => throw new FormatException($"Unknown heading {heading}."),
    };

    private bool IsOver(ReadText read, in RuleHit hit)
    {
        var doubts = _signs[hit.Rule] switch
        {
            DangerSign.Now or DangerSign.SelfHarm => Tones.Past | Tones.Story,
            DangerSign.Likely => Tones.Past | Tones.Habit | Tones.Asking | Tones.Story,
            _ => Tones.None,
        };
        return (Tone(read, hit.First, hit.End, doubts) & doubts) != 0;
    }

    // A past that was named holds until a "now" comes, part by part of the sentence; after the sign itself only a past counts.
    private Tones Tone(ReadText read, int first, int end, Tones doubts)
    {
        var words = read.Words;
        var sentence = words[first].Sentence;
        var (tone, own, later) = (Tones.None, Tones.None, Tones.None);
        var (start, part) = (first, first);
        while (start > 0 && words[start - 1].Sentence == sentence)
            start--;
        while (part > start && !words[part].Is(WordMarks.AfterPause))
            part--;
        for (var (i, paused) = (start, false); i < words.Length && words[i].Sentence == sentence; i++)
        {
            paused |= i >= end && words[i].Is(WordMarks.AfterPause);
            foreach (ref readonly var term in read.TermsAt(i))
            {
                var tones = _tones.Of(term);
                if (i < part)
                    tone = tones.HasFlag(Tones.Now) ? Tones.None : tone | tones;
                else if (!paused)
                    own |= tones;
                else
                    later |= tones & ~Tones.Now;
            }
        }

        if (own.HasFlag(Tones.Now) && (own & Tones.Past) == 0)
            return Tones.None;
        tone |= own;
        return (tone & doubts) != 0 ? tone : tone | (later & (Tones.Past | Tones.Story));
    }
}
