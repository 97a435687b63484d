using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Looks for danger now in one message. It is run on every message of every topic, before anything else answers, and cannot
/// be switched off. Holds no state: one instance serves all threads.
/// </summary>
public sealed class DangerWatch
{
    private enum Sign : byte
    {
        Now,
        Likely,
        SelfHarm,
        LowMood,
        Cancel,
    }

    private readonly English _english = English.Shared;
    private readonly Sign[] _signs;
    private readonly int _past;
    private readonly int _habit;
    private readonly int _ask;
    private readonly int _now;
    private readonly int _story;

    /// <summary>Ready to look; the first instance reads the data built into this assembly.</summary>
    public DangerWatch()
    {
        _signs = [.. _english.Danger.Headings.Select(SignOf)];
        (_past, _habit, _ask, _now, _story) = (Class("d.past"), Class("d.habit"), Class("d.ask"), Class("d.now"), Class("d.other"));
    }

    /// <summary>What a message says about danger now, with the words that say so.</summary>
    public Danger Look(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        _english.Danger.Match(read);
        if (read.HitCount == 0)
            return Danger.None;
        return Found(read, DangerKind.SelfHarm, Sign.SelfHarm) ?? Found(read, DangerKind.Emergency, Sign.Now, Sign.Likely) ?? Found(read, DangerKind.LowMood, Sign.LowMood) ?? Danger.None;
    }

    private int Class(string name) => _english.Lexicon.Class(name);

    private static Sign SignOf(string heading) => heading switch
    {
        "now" => Sign.Now,
        "likely" => Sign.Likely,
        "selfharm" => Sign.SelfHarm,
        "lowmood" => Sign.LowMood,
        "cancel" => Sign.Cancel,
        _ => throw new FormatException($"Unknown heading {heading}."),
    };

    private Danger? Found(ReadText read, DangerKind kind, params ReadOnlySpan<Sign> signs)
    {
        ImmutableArray<Span>.Builder? evidence = null;
        foreach (ref readonly var hit in read.Hits)
            if (signs.Contains(_signs[hit.Rule]) && !IsCancelled(read, hit) && !IsOver(read, hit, _signs[hit.Rule]))
                Add(evidence ??= ImmutableArray.CreateBuilder<Span>(), read.Where(hit.First, hit.End));
        return evidence is null ? null : new Danger(kind, evidence.ToImmutable());
    }

    private static void Add(ImmutableArray<Span>.Builder evidence, Span where)
    {
        // Hits come in the order of their first words: one that begins inside the last only makes it longer.
        if (evidence.Count > 0 && evidence[^1] is var last && where.Start < last.Start + last.Length)
            evidence[^1] = last with { Length = Math.Max(last.Length, where.Start + where.Length - last.Start) };
        else
            evidence.Add(where);
    }

    private bool IsCancelled(ReadText read, in RuleHit hit)
    {
        foreach (ref readonly var other in read.Hits)
            if (_signs[other.Rule] == Sign.Cancel && other.First < hit.End && hit.First < other.End)
                return true;
        return false;
    }

    // A past that was named holds until a "now" comes, part by part of the sentence; after the sign itself only a past counts.
    private bool IsOver(ReadText read, in RuleHit hit, Sign sign)
    {
        var doubts = sign switch
        {
            Sign.Now => Tones.Past | Tones.Story,
            Sign.Likely => Tones.Past | Tones.Habit | Tones.Asking | Tones.Story,
            Sign.SelfHarm => Tones.Past | Tones.Story,
            _ => Tones.None,
        };
        var tone = Tone(read, hit.First, hit.End, doubts);
        return (tone & doubts) != 0;
    }

    private Tones Tone(ReadText read, int first, int end, Tones doubts)
    {
        var sentence = read.Words[first].Sentence;
        var (tone, own, later) = (Tones.None, Tones.None, Tones.None);
        var from = first;
        while (from > 0 && read.Words[from].Sentence == sentence && !read.Words[from].Is(WordMarks.AfterPause))
            from--;
        foreach (ref readonly var term in read.Terms)
        {
            if (read.Words[term.First].Sentence != sentence)
                continue;
            var tones = TonesOf(term);
            if (term.First < from)
                tone = tones.HasFlag(Tones.Now) ? Tones.None : tone | tones;
            else if (term.First < end || !HasPause(read, end, term.First))
                own |= tones;
            else
                later |= tones & ~Tones.Now;
        }

        if (own.HasFlag(Tones.Now) && (own & Tones.Past) == 0)
            return Tones.None;
        tone |= own;
        return (tone & doubts) != 0 ? tone : tone | (later & (Tones.Past | Tones.Story));
    }

    private static bool HasPause(ReadText read, int from, int to)
    {
        for (var i = from; i <= to; i++)
            if (read.Words[i].Is(WordMarks.AfterPause))
                return true;
        return false;
    }

    private Tones TonesOf(Term term)
    {
        var classes = _english.Lexicon.Classes(term.Kind);
        return (classes.Has(_past) ? Tones.Past : 0) | (classes.Has(_habit) ? Tones.Habit : 0) | (classes.Has(_ask) ? Tones.Asking : 0)
            | (classes.Has(_now) ? Tones.Now : 0) | (classes.Has(_story) ? Tones.Story : 0);
    }

    [Flags]
    private enum Tones : byte
    {
        None = 0,
        Past = 1,
        Habit = 2,
        Asking = 4,
        Story = 8,
        Now = 16,
    }
}
