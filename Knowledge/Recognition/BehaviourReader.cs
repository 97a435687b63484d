using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition;

/// <summary>Reads which behaviours of policy 3.5 an account tells, by the rules of Rules/Behaviour.</summary>
internal sealed class BehaviourReader
{
    private const int Count = 10;

    private readonly RuleBook _rules;
    private readonly int[] _behaviours;

    /// <summary>Reads the headings: the number of the bullet, or "not" and the number for what only looks like it.</summary>
    public BehaviourReader(RuleBook rules)
    {
        _rules = rules;
        _behaviours = [.. rules.Headings.Select(heading => heading.StartsWith("not ", StringComparison.Ordinal) ? -Number(heading[4..]) : Number(heading))];
    }

    /// <summary>The behaviours, in the policy's order.</summary>
    public ImmutableArray<BehaviourSuggestion> In(ReadText read)
    {
        _rules.Match(read);
        var found = ImmutableArray.CreateBuilder<BehaviourSuggestion>();
        for (var behaviour = 1; behaviour <= Count; behaviour++)
            if (Spans(read, behaviour) is { IsEmpty: false } spans)
                found.Add(new BehaviourSuggestion(behaviour, spans, spans.Length > 1 ? 0.8 : 0.6));
        return found.ToImmutable();
    }

    private static int Number(string heading) => int.Parse(heading, CultureInfo.InvariantCulture);

    private ImmutableArray<Span> Spans(ReadText read, int behaviour)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (ref readonly var hit in read.Hits)
            if (_behaviours[hit.Rule] == behaviour && !IsCovered(read, hit, behaviour))
                Add(spans, read.Where(hit.First, hit.End));
        return spans.ToImmutable();
    }

    private bool IsCovered(ReadText read, in RuleHit hit, int behaviour)
    {
        foreach (ref readonly var other in read.Hits)
            if (_behaviours[other.Rule] == -behaviour && other.First < hit.End && hit.First < other.End)
                return true;
        return false;
    }

    private static void Add(ImmutableArray<Span>.Builder spans, Span where)
    {
        if (spans.Count > 0 && spans[^1] is var last && where.Start < last.Start + last.Length)
            spans[^1] = last with { Length = Math.Max(last.Length, where.Start + where.Length - last.Start) };
        else
            spans.Add(where);
    }
}
